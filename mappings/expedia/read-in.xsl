<?xml version="1.0" encoding="UTF-8"?>
<!-- ProductAvailRateRetrievalRS → {days: [{room, night, rooms?, booked?, closed?, rates: [{rate, closed?, prices?}]}]}.
     Prices for a length of stay are left out. So are restrictions: whether a shortest stay is meant for the arrival or for every night is a setting of the hotel there. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping">

    <xsl:output method="json"/>

    <xsl:template match="/">
        <xsl:sequence select="map { 'days': array { //*:AvailRate/*:RoomType ! serai:day(.) } }"/>
    </xsl:template>

    <xsl:function name="serai:day" as="map(*)">
        <xsl:param name="room" as="element()"/>
        <xsl:sequence select="map:merge((
            map { 'room': string($room/@id), 'night': string($room/../@date), 'rates': array { $room/*:RatePlan ! serai:rate(.) } },
            $room/*:Inventory/@totalInventoryAvailable ! map { 'rooms': xs:integer(.) },
            $room/*:Inventory/@totalInventorySold ! map { 'booked': xs:integer(.) },
            $room/@closed ! map { 'closed': xs:boolean(.) }))"/>
    </xsl:function>

    <xsl:function name="serai:rate" as="map(*)">
        <xsl:param name="plan" as="element()"/>
        <xsl:sequence select="map:merge((
            map { 'rate': string($plan/@id) },
            $plan/@closed ! map { 'closed': xs:boolean(.) },
            $plan/*:Rate[not(@lengthOfStay)][1] ! map { 'prices': serai:prices(.) }))"/>
    </xsl:function>

    <xsl:function name="serai:prices" as="map(*)">
        <xsl:param name="rate" as="element()"/>
        <xsl:sequence select="map:merge((
            map { 'currency': string($rate/@currency) },
            ($rate/*:PerDay, $rate/*:PerPerson)[1]/@rate ! map { 'room': string(.) },
            if ($rate/*:PerOccupancy) then map { 'guests': map:merge($rate/*:PerOccupancy ! map { string(@occupancy): string(@rate) }) } else ()))"/>
    </xsl:function>
</xsl:stylesheet>
