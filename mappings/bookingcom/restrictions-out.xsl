<?xml version="1.0" encoding="UTF-8"?>
<!-- ari-push (request restrictions) → B.XML availability: whatever OTA_HotelAvailNotif cannot say, stay lengths on arrival among it,
     and everything of a connection whose pricing the OTA message is not made for. B.XML names no hotel: it follows from the room.
     price is that of the room or of most guests, price1 that of one guest; B.XML has no word for the numbers between. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

    <xsl:param name="request" as="xs:string"/>

    <xsl:output method="xml" encoding="UTF-8"/>

    <xsl:variable name="push" select="parse-json($request)"/>

    <!-- their element, our field, in the order they are written -->
    <xsl:variable name="counts" select="
        ['roomstosell', 'rooms'], ['closed', 'room-closed'], ['closed', 'closed'],
        ['minimumstay', 'min-through'], ['maximumstay', 'max-through'],
        ['minimumstay_arrival', 'min-arrival'], ['maximumstay_arrival', 'max-arrival'], ['exactstay_arrival', 'exact-stay'],
        ['closedonarrival', 'cta'], ['closedondeparture', 'ctd']"/>

    <xsl:template match="/">
        <request>
            <xsl:for-each-group select="$push?updates?*" group-by="?room">
                <room id="{current-grouping-key()}">
                    <xsl:for-each select="current-group()">
                        <xsl:call-template name="nights"/>
                    </xsl:for-each>
                </room>
            </xsl:for-each-group>
        </request>
    </xsl:template>

    <xsl:template name="nights">
        <xsl:variable name="update" select="."/>
        <xsl:variable name="set" select="?set"/>
        <date from="{?from}" to="{?to}">
            <xsl:if test="map:contains(., 'rate')">
                <rate id="{?rate}"/>
            </xsl:if>
            <xsl:if test="map:contains($set, 'price')">
                <xsl:call-template name="prices"/>
            </xsl:if>
            <xsl:for-each select="$counts[map:contains($set, .(2))]">
                <xsl:variable name="value" select="$set(.(2))"/>
                <xsl:element name="{.(1)}">
                    <xsl:value-of select="if ($value instance of xs:boolean) then number($value) else $value"/>
                </xsl:element>
            </xsl:for-each>
        </date>
    </xsl:template>

    <xsl:template name="prices">
        <xsl:variable name="prices" select="?set?price"/>
        <xsl:variable name="most" select="max(map:keys($prices)[. != 'room' and . != '1'] ! xs:integer(.)) ! string(.)"/>
        <xsl:if test="exists(map:keys($prices)[not(. = ('room', '1', $most))])">
            <xsl:message terminate="yes">update <xsl:value-of select="?id"/>: prices for <xsl:value-of select="map:keys($prices)"/> guests (expected: room, or 1 and the most)</xsl:message>
        </xsl:if>
        <currencycode>
            <xsl:value-of select="$push?currency"/>
        </currencycode>
        <xsl:for-each select="($prices?room, $most ! $prices(.))[1]">
            <price>
                <xsl:value-of select="."/>
            </price>
        </xsl:for-each>
        <xsl:for-each select="$prices('1')">
            <price1>
                <xsl:value-of select="."/>
            </price1>
        </xsl:for-each>
    </xsl:template>
</xsl:stylesheet>
