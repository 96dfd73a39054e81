<?xml version="1.0" encoding="UTF-8"?>
<!-- ari-push (request ar) → AvailRateUpdateRQ (2011/06): rooms, closures, prices and restrictions of a hotel in one message.
     What is told for the same nights stands in one AvailRateUpdate: a room type with its count, in it its rate plans. Stretches of nights with
     the same content share it. All seven weekdays are named, or none. The door fills in the sign-in.
     A price by length of stay is told for a night: the total of the stay over its nights, to three decimals, which is all that is taken. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping"
    xmlns="http://www.expediaconnect.com/EQC/AR/2011/06">

    <xsl:param name="request" as="xs:string"/>

    <xsl:output method="xml" encoding="UTF-8" indent="no"/>

    <xsl:variable name="push" select="parse-json($request)"/>
    <xsl:variable name="week" select="'sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'"/>
    <xsl:variable name="longest" select="28"/>

    <xsl:template match="/">
        <AvailRateUpdateRQ>
            <Authentication username="{{{{credential:api_key}}}}" password="{{{{credential:api_secret}}}}"/>
            <Hotel id="{$push?hotel}"/>
            <xsl:variable name="stretches" as="element()*">
                <xsl:for-each-group select="$push?updates?*" group-by="?from || ' ' || ?to || ' ' || string-join(?days?*, ' ')">
                    <stretch xmlns="">
                        <xsl:sequence select="serai:nights(.)"/>
                        <xsl:call-template name="rooms"/>
                    </stretch>
                </xsl:for-each-group>
            </xsl:variable>
            <xsl:for-each-group select="$stretches" group-by="serialize(*[position() gt 1])">
                <AvailRateUpdate>
                    <xsl:sequence select="current-group()/*[1]"/>
                    <xsl:sequence select="*[position() gt 1]"/>
                </AvailRateUpdate>
            </xsl:for-each-group>
        </AvailRateUpdateRQ>
    </xsl:template>

    <xsl:function name="serai:nights" as="element()">
        <xsl:param name="update" as="map(*)"/>
        <DateRange from="{$update?from}" to="{$update?to}">
            <xsl:if test="map:contains($update, 'days')">
                <xsl:for-each select="$week">
                    <xsl:attribute name="{.}" select=". = $update?days?*"/>
                </xsl:for-each>
            </xsl:if>
        </DateRange>
    </xsl:function>

    <xsl:template name="rooms">
        <xsl:for-each-group select="current-group()" group-by="?room">
            <xsl:sort select="current-grouping-key()"/>
            <xsl:variable name="room" select="current-group()[not(map:contains(., 'rate'))]?set"/>
            <RoomType id="{current-grouping-key()}">
                <xsl:sequence select="$room ! serai:flag('closed', ?room-closed)"/>
                <xsl:for-each select="$room?rooms">
                    <Inventory totalInventoryAvailable="{.}"/>
                </xsl:for-each>
                <xsl:for-each select="current-group()[map:contains(., 'rate')]">
                    <xsl:sort select="?rate"/>
                    <RatePlan id="{?rate}">
                        <xsl:sequence select="serai:flag('closed', ?set?closed), serai:rates(?set), serai:restrictions(?set)"/>
                    </RatePlan>
                </xsl:for-each>
            </RoomType>
        </xsl:for-each-group>
    </xsl:template>

    <xsl:function name="serai:flag" as="attribute()?">
        <xsl:param name="name" as="xs:string"/>
        <xsl:param name="value" as="item()?"/>
        <xsl:if test="exists($value)">
            <xsl:attribute name="{$name}" select="$value"/>
        </xsl:if>
    </xsl:function>

    <xsl:function name="serai:rates" as="element()*">
        <xsl:param name="set" as="map(*)"/>
        <xsl:if test="map:contains($set, 'price')">
            <Rate currency="{$push?currency}">
                <xsl:sequence select="serai:amounts($set?price)"/>
            </Rate>
        </xsl:if>
        <xsl:if test="map:contains($set, 'stay-price')">
            <xsl:variable name="stays" select="$set?stay-price"/>
            <xsl:for-each select="1 to min(($longest, max($stays?* ! array:size(.))))" xmlns:array="http://www.w3.org/2005/xpath-functions/array">
                <xsl:variable name="nights" select="."/>
                <xsl:variable name="prices" select="map:merge(map:keys($stays) ! map:entry(., serai:a-night($stays(.), $nights)))"/>
                <xsl:variable name="sold" select="map:merge(map:keys($prices)[exists($prices(.))] ! map:entry(., $prices(.)))"/>
                <xsl:if test="map:size($sold) gt 0">
                    <Rate currency="{$push?currency}" lengthOfStay="{$nights}">
                        <xsl:sequence select="serai:amounts($sold)"/>
                    </Rate>
                </xsl:if>
            </xsl:for-each>
        </xsl:if>
    </xsl:function>

    <!-- What a stay of so many nights costs for one of them; nothing where it is not sold. -->
    <xsl:function name="serai:a-night" as="xs:string?" xmlns:array="http://www.w3.org/2005/xpath-functions/array">
        <xsl:param name="totals" as="array(*)"/>
        <xsl:param name="nights" as="xs:integer"/>
        <xsl:if test="$nights le array:size($totals)">
            <xsl:sequence select="$totals($nights) ! (if ($nights = 1) then string(.) else string(round(xs:decimal(.) div $nights, 3)))"/>
        </xsl:if>
    </xsl:function>

    <!-- One price for the room, one for a person, or one for each number of guests. -->
    <xsl:function name="serai:amounts" as="element()*">
        <xsl:param name="prices" as="map(*)"/>
        <xsl:for-each select="sort(map:keys($prices), (), function($key) { if ($key castable as xs:integer) then xs:integer($key) else 0 })">
            <xsl:choose>
                <xsl:when test=". = 'room'">
                    <PerDay rate="{$prices(.)}"/>
                </xsl:when>
                <xsl:when test=". = 'person'">
                    <PerPerson rate="{$prices(.)}"/>
                </xsl:when>
                <xsl:otherwise>
                    <PerOccupancy rate="{$prices(.)}" occupancy="{.}"/>
                </xsl:otherwise>
            </xsl:choose>
        </xsl:for-each>
    </xsl:function>

    <!-- Whether a stay's length is judged on arrival or through is set for the hotel at Expedia; a request has one of them. -->
    <xsl:function name="serai:restrictions" as="element()?">
        <xsl:param name="set" as="map(*)"/>
        <xsl:variable name="said" as="attribute()*" select="
            serai:flag('minLOS', ($set?min-arrival, $set?min-through)[1]),
            serai:flag('maxLOS', ($set?max-arrival, $set?max-through)[1]),
            serai:flag('closedToArrival', $set?cta),
            serai:flag('closedToDeparture', $set?ctd)"/>
        <xsl:if test="exists($said)">
            <Restrictions>
                <xsl:sequence select="$said"/>
            </Restrictions>
        </xsl:if>
    </xsl:function>
</xsl:stylesheet>
