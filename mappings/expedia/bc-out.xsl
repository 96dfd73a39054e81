<?xml version="1.0" encoding="UTF-8"?>
<!-- reservations-confirm, of one hotel and ten bookings at most → BookingConfirmRQ (2007/09). The type is the one that was delivered; our number of a
     reservation is always the same, since Expedia takes three different ones of a booking at most. The door fills in the sign-in. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns="http://www.expediaconnect.com/EQC/BC/2007/09">

    <xsl:param name="request" as="xs:string"/>
    <xsl:param name="now" as="xs:string"
        select="format-dateTime(adjust-dateTime-to-timezone(current-dateTime(), xs:dayTimeDuration('PT0S')), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z')"/>

    <xsl:output method="xml" encoding="UTF-8" indent="no"/>

    <xsl:variable name="bookings" as="map(*)*" select="parse-json($request)?bookings?*"/>
    <xsl:variable name="types" select="map { 'new': 'Book', 'modify': 'Modify', 'cancel': 'Cancel' }"/>

    <xsl:template match="/">
        <BookingConfirmRQ>
            <Authentication username="{{{{credential:api_key}}}}" password="{{{{credential:api_secret}}}}"/>
            <Hotel id="{$bookings[1]?hotel}"/>
            <BookingConfirmNumbers>
                <xsl:for-each select="$bookings">
                    <BookingConfirmNumber bookingID="{?number}" bookingType="{$types(?kind)}" confirmNumber="{?confirmation}" confirmTime="{$now}"/>
                </xsl:for-each>
            </BookingConfirmNumbers>
        </BookingConfirmRQ>
    </xsl:template>
</xsl:stylesheet>
