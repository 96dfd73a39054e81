<?xml version="1.0" encoding="UTF-8"?>
<!-- reservations-confirm → OTA_HotelResNotifRS (queue new) or OTA_HotelResModifyNotifRS (queue changed), for one or several reservations.
     With words in refused it says Errors instead of Success: the reservations can never be taken. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.opentravel.org/OTA/2003/05">

    <xsl:param name="request" as="xs:string"/>
    <xsl:param name="now" as="xs:string"
        select="format-dateTime(adjust-dateTime-to-timezone(current-dateTime(), xs:dayTimeDuration('PT0S')), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z')"/>

    <xsl:output method="xml" encoding="UTF-8"/>

    <xsl:variable name="confirm" select="parse-json($request)"/>
    <xsl:variable name="new" select="$confirm?queue = 'new'"/>

    <xsl:template match="/">
        <xsl:element name="{if ($new) then 'OTA_HotelResNotifRS' else 'OTA_HotelResModifyNotifRS'}" namespace="http://www.opentravel.org/OTA/2003/05">
            <xsl:attribute name="TimeStamp" select="$now"/>
            <xsl:attribute name="Target" select="if ($confirm?target = 'test') then 'Test' else 'Production'"/>
            <xsl:attribute name="Version" select="'2.001'"/>
            <xsl:choose>
                <xsl:when test="map:contains($confirm, 'refused')">
                    <xsl:call-template name="refused"/>
                </xsl:when>
                <xsl:otherwise>
                    <xsl:call-template name="taken"/>
                </xsl:otherwise>
            </xsl:choose>
        </xsl:element>
    </xsl:template>

    <!-- Type 3 is OTA's "business rule", code 450 its "unable to process". -->
    <xsl:template name="refused">
        <Errors>
            <xsl:for-each select="$confirm?reservations?*">
                <Error Type="3" Code="450" RecordID="{.}" ShortText="{substring($confirm?refused, 1, 64)}"/>
            </xsl:for-each>
        </Errors>
    </xsl:template>

    <xsl:template name="taken">
        <Success/>
        <xsl:element name="{if ($new) then 'HotelReservations' else 'HotelResModifies'}" namespace="http://www.opentravel.org/OTA/2003/05">
            <xsl:element name="{if ($new) then 'HotelReservation' else 'HotelResModify'}" namespace="http://www.opentravel.org/OTA/2003/05">
                <ResGlobalInfo>
                    <HotelReservationIDs>
                        <xsl:for-each select="$confirm?reservations?*">
                            <HotelReservationID ResID_Value="{.}"/>
                        </xsl:for-each>
                    </HotelReservationIDs>
                </ResGlobalInfo>
            </xsl:element>
        </xsl:element>
    </xsl:template>
</xsl:stylesheet>
