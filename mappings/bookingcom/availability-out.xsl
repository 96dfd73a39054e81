<?xml version="1.0" encoding="UTF-8"?>
<!-- ari-push (request availability) → OTA_HotelAvailNotifRQ: rooms to sell, closures, stay lengths through, arrivals and departures.
     A message holds one RestrictionStatus, so an update that sets several becomes several messages with its number as LocatorID.
     Here SetMinLOS and SetMaxLOS mean the whole stay: through, not on arrival. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.opentravel.org/OTA/2003/05">

    <xsl:param name="request" as="xs:string"/>
    <xsl:param name="now" as="xs:string"
        select="format-dateTime(adjust-dateTime-to-timezone(current-dateTime(), xs:dayTimeDuration('PT0S')), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z')"/>

    <xsl:output method="xml" encoding="UTF-8"/>

    <xsl:variable name="push" select="parse-json($request)"/>

    <xsl:template match="/">
        <OTA_HotelAvailNotifRQ TimeStamp="{$now}" Target="{if ($push?target = 'test') then 'Test' else 'Production'}" Version="1.005">
            <AvailStatusMessages>
                <xsl:for-each select="$push?updates?*">
                    <xsl:call-template name="room"/>
                    <xsl:call-template name="product"/>
                </xsl:for-each>
            </AvailStatusMessages>
        </OTA_HotelAvailNotifRQ>
    </xsl:template>

    <xsl:template name="room">
        <xsl:variable name="set" select="?set"/>
        <xsl:if test="map:contains($set, 'rooms') or map:contains($set, 'room-closed')">
            <AvailStatusMessage LocatorID="{?id}">
                <xsl:if test="map:contains($set, 'rooms')">
                    <xsl:attribute name="BookingLimit" select="$set?rooms"/>
                </xsl:if>
                <StatusApplicationControl Start="{?from}" End="{?to}" InvTypeCode="{?room}"/>
                <xsl:if test="map:contains($set, 'room-closed')">
                    <RestrictionStatus Status="{if ($set?room-closed) then 'Close' else 'Open'}"/>
                </xsl:if>
            </AvailStatusMessage>
        </xsl:if>
    </xsl:template>

    <xsl:template name="product">
        <xsl:variable name="update" select="."/>
        <xsl:variable name="set" select="?set"/>
        <xsl:variable name="lengths" select="('min-through', 'max-through')[map:contains($set, .)]"/>
        <xsl:variable name="states" select="('closed', 'cta', 'ctd')[map:contains($set, .)]"/>
        <xsl:for-each select="1 to max((count($states), if (exists($lengths)) then 1 else 0))">
            <xsl:variable name="number" select="."/>
            <AvailStatusMessage LocatorID="{$update?id}">
                <StatusApplicationControl Start="{$update?from}" End="{$update?to}" InvTypeCode="{$update?room}">
                    <xsl:if test="map:contains($update, 'rate')">
                        <xsl:attribute name="RatePlanCode" select="$update?rate"/>
                    </xsl:if>
                </StatusApplicationControl>
                <xsl:where-populated>
                    <LengthsOfStay>
                        <xsl:for-each select="$lengths[$number = 1]">
                            <LengthOfStay Time="{$set(.)}" MinMaxMessageType="{if (. = 'min-through') then 'SetMinLOS' else 'SetMaxLOS'}"/>
                        </xsl:for-each>
                    </LengthsOfStay>
                </xsl:where-populated>
                <xsl:for-each select="$states[$number]">
                    <RestrictionStatus Status="{if ($set(.)) then 'Close' else 'Open'}">
                        <xsl:if test=". != 'closed'">
                            <xsl:attribute name="Restriction" select="if (. = 'cta') then 'Arrival' else 'Departure'"/>
                        </xsl:if>
                    </RestrictionStatus>
                </xsl:for-each>
            </AvailStatusMessage>
        </xsl:for-each>
    </xsl:template>
</xsl:stylesheet>
