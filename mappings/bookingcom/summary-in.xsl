<?xml version="1.0" encoding="UTF-8"?>
<!-- A summary of reservations (B.XML) → an array of canonical reservations, without card and address: of people it has a name only.
     A room's number in its reservation is roomreservation_id, as IndexNumber in OTA messages; nights are its prices' dates, or all from arrival to departure.
     One without rooms or with status cancelled is cancelled. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping">

    <xsl:output method="json"/>

    <xsl:template match="/">
        <xsl:sequence select="array { /*/*:reservation ! serai:reservation(.) }"/>
    </xsl:template>

    <xsl:function name="serai:reservation" as="map(*)">
        <xsl:param name="told" as="element()"/>
        <xsl:variable name="cancelled" select="lower-case($told/*:status) = 'cancelled' or empty($told/*:room)"/>
        <xsl:variable name="created" select="string-join(($told/*:date, $told/*:time)/normalize-space(), 'T')"/>
        <xsl:sequence select="serai:object(map {
            'hotel': serai:text($told/*:hotel_id),
            'number': serai:text($told/*:id),
            'kind': if ($cancelled) then 'cancel' else 'new',
            'created': $created[. castable as xs:dateTime],
            'currency': serai:text($told/*:currencycode),
            'total': serai:amount($told/*:totalprice)[not($cancelled)],
            'booker': serai:object(map {
                'given': serai:text($told/*:customer/*:first_name),
                'surname': serai:text($told/*:customer/*:last_name) })[map:size(.) > 0],
            'rooms': array { $told[not($cancelled)]/*:room ! serai:room(., position()) }
        })"/>
    </xsl:function>

    <xsl:function name="serai:room" as="map(*)">
        <xsl:param name="room" as="element()"/>
        <xsl:param name="place" as="xs:integer"/>
        <xsl:variable name="arrival" select="xs:date($room/*:arrival_date)"/>
        <xsl:variable name="nights" select="days-from-duration(xs:date($room/*:departure_date) - $arrival)"/>
        <xsl:sequence select="serai:object(map {
            'index': (serai:text($room/*:roomreservation_id), string($place))[1],
            'room': serai:text($room/*:id),
            'name': serai:text($room/*:name),
            'total': serai:amount($room/*:totalprice),
            'adults': ($room/*:numberofguests[. castable as xs:integer] ! xs:integer(.), 0)[1],
            'children': 0,
            'guest': serai:text($room/*:guest_name),
            'nights': array { for $n in 0 to $nights - 1 return serai:night($room, string($arrival + $n * xs:dayTimeDuration('P1D'))) }
        })"/>
    </xsl:function>

    <xsl:function name="serai:night" as="map(*)">
        <xsl:param name="room" as="element()"/>
        <xsl:param name="night" as="xs:string"/>
        <xsl:variable name="price" select="$room/*:price[@date = $night][1]"/>
        <xsl:sequence select="serai:object(map {
            'night': $night,
            'rate': replace($price/@rate_id, '^([0-9]+)VCC$', '$1') => serai:text(),
            'price': serai:amount($price)
        })"/>
    </xsl:function>

    <xsl:function name="serai:amount" as="xs:string?">
        <xsl:param name="amount" as="element()?"/>
        <xsl:sequence select="normalize-space($amount)[. castable as xs:decimal]"/>
    </xsl:function>

    <xsl:function name="serai:text" as="xs:string?">
        <xsl:param name="text" as="item()?"/>
        <xsl:sequence select="normalize-space(string($text))[. != '']"/>
    </xsl:function>

    <!-- Without the entries that have no value. -->
    <xsl:function name="serai:object" as="map(*)">
        <xsl:param name="entries" as="map(*)"/>
        <xsl:sequence select="map:merge(map:for-each($entries, function($key, $value) { if (exists($value)) then map:entry($key, $value) else () }))"/>
    </xsl:function>
</xsl:stylesheet>
