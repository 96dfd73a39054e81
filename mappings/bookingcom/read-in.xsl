<?xml version="1.0" encoding="UTF-8"?>
<!-- B.XML roomrateavailability → {days: [{room, night, rooms?, closed?, booked?, rates: [{rate, closed?, minThrough?}]}]}.
     The layout of the answer is an assumption (docs/bookingcom.md), so it is read by name: a value may be an element or an attribute,
     days may hold rates or rates days. A contracted minimum is read as the stay through. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping">

    <xsl:output method="json"/>

    <xsl:template match="/">
        <xsl:sequence select="map { 'days': array { //*:room[@id] ! serai:days(.) } }"/>
    </xsl:template>

    <xsl:function name="serai:days" as="map(*)*">
        <xsl:param name="room" as="element()"/>
        <xsl:for-each-group select="$room//*:date[@value]" group-by="string(@value)">
            <xsl:sort select="current-grouping-key()"/>
            <xsl:variable name="dates" select="current-group()"/>
            <xsl:variable name="ofRoom" select="$dates[not(ancestor::*:rate)]"/>
            <xsl:sequence select="map:merge((
                map { 'room': string($room/@id), 'night': current-grouping-key(),
                      'rates': array { ($dates//*:rate[@id] ! serai:rate(@id, .), $dates[ancestor::*:rate] ! serai:rate(ancestor::*:rate[1]/@id, .)) } },
                serai:number($ofRoom, ('rooms_left', 'roomstosell')) ! map { 'rooms': . },
                serai:number($ofRoom, 'rooms_booked') ! map { 'booked': . },
                serai:number($ofRoom, 'closed') ! map { 'closed': . = 1 }))"/>
        </xsl:for-each-group>
    </xsl:function>

    <xsl:function name="serai:rate" as="map(*)">
        <xsl:param name="id" as="attribute()"/>
        <xsl:param name="holder" as="element()"/>
        <xsl:sequence select="map:merge((
            map { 'rate': string($id) },
            serai:number($holder, 'closed') ! map { 'closed': . = 1 },
            serai:number($holder, ('minimumstay', 'contracted_minimum')) ! map { 'minThrough': . }))"/>
    </xsl:function>

    <!-- Of the first of these names that is there, as a child or an attribute. -->
    <xsl:function name="serai:number" as="xs:integer?">
        <xsl:param name="holders" as="element()*"/>
        <xsl:param name="names" as="xs:string*"/>
        <xsl:sequence select="(for $name in $names return $holders/(*, @*)[local-name() = $name][. castable as xs:integer] ! xs:integer(.))[1]"/>
    </xsl:function>
</xsl:stylesheet>
