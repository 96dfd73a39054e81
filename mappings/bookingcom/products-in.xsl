<?xml version="1.0" encoding="UTF-8"?>
<!-- B.XML rooms (or roomrates) of one hotel → {rooms: [{room, name?, maxGuests?, rates: [{rate, name?, maxGuests?, child, readonly, cancellation?, cancellationCode?}]}]}.
     A room sleeps as many as its largest rate is sold to: the list names no number for the room itself. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping">

    <xsl:output method="json"/>

    <xsl:template match="/">
        <xsl:sequence select="map { 'rooms': array { /*/*:room ! serai:room(.) } }"/>
    </xsl:template>

    <xsl:function name="serai:room" as="map(*)">
        <xsl:param name="room" as="element()"/>
        <xsl:variable name="guests" select="max($room/*:rates/*:rate/@max_persons[. castable as xs:positiveInteger] ! xs:integer(.))"/>
        <xsl:sequence select="map:merge((
            map { 'room': string($room/@id), 'rates': array { $room/*:rates/*:rate ! serai:rate(.) } },
            $room/@room_name ! map { 'name': string(.) },
            $guests ! map { 'maxGuests': . }))"/>
    </xsl:function>

    <xsl:function name="serai:rate" as="map(*)">
        <xsl:param name="rate" as="element()"/>
        <xsl:sequence select="map:merge((
            map { 'rate': string($rate/@id), 'child': $rate/@is_child_rate = '1', 'readonly': $rate/@readonly = '1' },
            $rate/@rate_name ! map { 'name': string(.) },
            $rate/@policy ! map { 'cancellation': string(.) },
            $rate/@policy_id ! map { 'cancellationCode': string(.) },
            $rate/@max_persons[. castable as xs:positiveInteger] ! map { 'maxGuests': xs:integer(.) }))"/>
    </xsl:function>
</xsl:stylesheet>
