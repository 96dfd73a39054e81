<?xml version="1.0" encoding="UTF-8"?>
<!-- {queue?, hotel?, number?, days?} → BookingRetrievalRQ (2014/01): what waits to be fetched for the first time (queue pending), what was fetched and
     not yet confirmed (queue retrieved), or one booking by its number. With days, of what stands in that state, what happened in so many days: 30 at most. Without a hotel it is asked for all of the account. The door fills in the sign-in. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.expediaconnect.com/EQC/BR/2014/01">

    <xsl:param name="request" as="xs:string"/>

    <xsl:output method="xml" encoding="UTF-8" indent="no"/>

    <xsl:variable name="asked" select="parse-json($request)"/>

    <xsl:template match="/">
        <BookingRetrievalRQ>
            <Authentication username="{{{{credential:api_key}}}}" password="{{{{credential:api_secret}}}}"/>
            <xsl:if test="string($asked?hotel)">
                <Hotel id="{$asked?hotel}"/>
            </xsl:if>
            <xsl:choose>
                <xsl:when test="string($asked?number)">
                    <ParamSet><Booking id="{$asked?number}"/></ParamSet>
                </xsl:when>
                <xsl:when test="$asked?queue ne 'pending'">
                    <ParamSet>
                        <Status value="{$asked?queue}"/>
                        <xsl:if test="exists($asked?days)">
                            <NbDaysInPast><xsl:sequence select="min((30, xs:integer($asked?days)))"/></NbDaysInPast>
                        </xsl:if>
                    </ParamSet>
                </xsl:when>
            </xsl:choose>
        </BookingRetrievalRQ>
    </xsl:template>
</xsl:stylesheet>
