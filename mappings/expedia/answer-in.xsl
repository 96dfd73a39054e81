<?xml version="1.0" encoding="UTF-8"?>
<!-- Any answer of EQC → what it says: {reference?, ok, errors: [{update?, code, words}], warnings: [{update?, from?, to?, code, words, more?}]}.
     Nothing is judged here: channel.yaml says what a code means. A warning names what it is about in its words: ids of room types and rate
     plans, dates. It is said once for each update of the request that these words mean, and of each night they name. "Warning 3 out of 45":
     20 of them come at most, so where there are more, the rest of that code is said to be about something that is not known.
     An error is about all of the only update that its words mean; where they mean several, nobody knows which. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping">

    <xsl:param name="request" as="xs:string" select="'{}'"/>

    <xsl:output method="json"/>

    <!-- documents that are the answer themselves -->
    <xsl:variable name="asked" select="'BookingRetrievalRS', 'ProductAvailRateRetrievalRS'"/>
    <xsl:variable name="updates" as="map(*)*" select="parse-json($request)?updates?*"/>
    <xsl:variable name="rates" select="map:merge($updates ! map:entry(string(?rate), true()))"/>
    <xsl:variable name="rooms" select="map:merge($updates ! map:entry(string(?room), true()))"/>

    <xsl:template match="/">
        <xsl:variable name="errors" select="/*/*:Error"/>
        <xsl:variable name="warnings" select="/*/*:Success/*:Warning | /*/*:Warning"/>
        <xsl:variable name="reference" select="($errors, $warnings)[1] ! analyze-string(., 'Ref=\[([^\]]+)\]')//*:group[1] ! string()"/>
        <xsl:sequence select="map:merge((
            $reference[1] ! map { 'reference': . },
            map {
                'ok': exists(/*/*:Success) or (local-name(/*) = $asked and empty($errors)),
                'errors': array { $errors ! serai:erred(.) },
                'warnings': array { $warnings ! serai:warned(.), serai:unsaid($warnings) }
            }))"/>
    </xsl:template>

    <xsl:function name="serai:said" as="map(*)">
        <xsl:param name="said" as="element()"/>
        <xsl:sequence select="map:merge((
            $said/@code ! map { 'code': string(.) },
            normalize-space($said)[.] ! map { 'words': . }))"/>
    </xsl:function>

    <!-- One saying for each update that a warning is about, and for each night of it that is named. -->
    <xsl:function name="serai:warned" as="map(*)+">
        <xsl:param name="warning" as="element()"/>
        <xsl:variable name="said" select="serai:said($warning)"/>
        <xsl:variable name="words" select="serai:words($warning)"/>
        <xsl:variable name="sayings" select="serai:about($words) ! serai:nights(., $words[. castable as xs:date], $said)"/>
        <xsl:sequence select="if (exists($sayings)) then $sayings else $said"/>
    </xsl:function>

    <xsl:function name="serai:erred" as="map(*)">
        <xsl:param name="error" as="element()"/>
        <xsl:variable name="said" select="serai:said($error)"/>
        <xsl:variable name="words" select="serai:words($error)"/>
        <xsl:variable name="sayings" select="serai:about($words) ! serai:nights(., $words[. castable as xs:date], $said)"/>
        <xsl:variable name="meant" select="distinct-values($sayings?update)"/>
        <xsl:sequence select="if (count($meant) = 1) then map:put($said, 'update', $meant) else $said"/>
    </xsl:function>

    <!-- The words of a text, without the name of the call at its end. -->
    <xsl:function name="serai:words" as="xs:string*">
        <xsl:param name="text" as="element()"/>
        <xsl:sequence select="tokenize(replace(serai:counted($text), '\[[^\]]*\]', ' '), '[^A-Za-z0-9.\-]+') ! replace(., '[.\-]+$', '')"/>
    </xsl:function>

    <!-- The updates that words mean: of the rate plans they name, else of the room types, else all where they name a night. -->
    <xsl:function name="serai:about" as="map(*)*">
        <xsl:param name="words" as="xs:string*"/>
        <xsl:variable name="rate" select="$words[. ne '' and map:contains($rates, .)]"/>
        <xsl:variable name="room" select="$words[. ne '' and map:contains($rooms, .)]"/>
        <xsl:sequence select="
            if (exists($rate)) then $updates[string(?rate) = $rate and (empty($room) or ?room = $room)]
            else if (exists($room)) then $updates[?room = $room]
            else $updates[some $word in $words satisfies $word castable as xs:date]"/>
    </xsl:function>

    <xsl:function name="serai:nights" as="map(*)*">
        <xsl:param name="update" as="map(*)"/>
        <xsl:param name="nights" as="xs:string*"/>
        <xsl:param name="said" as="map(*)"/>
        <xsl:variable name="here" select="map:put($said, 'update', $update?id)"/>
        <xsl:variable name="meant" select="$nights[. ge $update?from and . le $update?to]"/>
        <xsl:choose>
            <xsl:when test="empty($nights)">
                <xsl:sequence select="$here"/>
            </xsl:when>
            <xsl:when test="count($nights) = 2 and matches($said?words, $nights[1] || '\s*(to|through|until|/|-)\s*' || $nights[2])">
                <xsl:variable name="from" select="max(($nights[1], $update?from))"/>
                <xsl:variable name="to" select="min(($nights[2], $update?to))"/>
                <xsl:sequence select="$here[$from le $to] => map:put('from', $from) => map:put('to', $to)"/>
            </xsl:when>
            <xsl:otherwise>
                <xsl:sequence select="distinct-values($meant) ! map:merge(($here, map { 'from': ., 'to': . }))"/>
            </xsl:otherwise>
        </xsl:choose>
    </xsl:function>

    <!-- The words without "Warning 3 out of 45". -->
    <xsl:function name="serai:counted" as="xs:string">
        <xsl:param name="warning" as="element()"/>
        <xsl:sequence select="replace($warning, 'Warning \d+ out of \d+', ' ', 'i')"/>
    </xsl:function>

    <!-- For each code more of which there are than came. -->
    <xsl:function name="serai:unsaid" as="map(*)*">
        <xsl:param name="warnings" as="element()*"/>
        <xsl:for-each-group select="$warnings" group-by="string(@code)">
            <xsl:variable name="all" select="current-group() ! analyze-string(., 'Warning \d+ out of (\d+)', 'i')//*:group[@nr = 1] ! xs:integer(.)"/>
            <xsl:if test="max(($all, 0)) gt count(current-group())">
                <xsl:sequence select="map { 'code': current-grouping-key(), 'more': true(), 'words': normalize-space(current-group()[1]) }"/>
            </xsl:if>
        </xsl:for-each-group>
    </xsl:function>
</xsl:stylesheet>
