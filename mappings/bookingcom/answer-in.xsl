<?xml version="1.0" encoding="UTF-8"?>
<!-- Any answer of Booking.com (OTA, B.XML) → what it says: {reference?, ok, errors: [{update?, code, words}], warnings: […]}.
     The reference (RUID) is a comment after the root. Nothing is judged here: channel.yaml says what a code means.
     RecordID is read as the LocatorID of the message that an error is about: an assumption, see docs/bookingcom.md. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping">

    <xsl:output method="json"/>

    <!-- documents that are the answer themselves: queues, a list of reservations, rooms and rates, what is held -->
    <xsl:variable name="asked" select="'OTA_HotelResNotifRQ', 'OTA_HotelResModifyNotifRQ', 'rooms', 'roomrates', 'roomrateavailability', 'reservations', 'reservationssummary'"/>

    <xsl:template match="/">
        <xsl:variable name="ruid" select="comment()[contains(., 'RUID')][1] ! replace(., '^\s*RUID:?\s*\[?\s*(.*?)\s*\]?\s*$', '$1', 's')"/>
        <xsl:sequence select="map:merge((
            $ruid ! map { 'reference': . },
            map {
                'ok': exists(/*:ok | /*/*:Success | /*/*:ok) or local-name(/*) = $asked and empty(//*:fault),
                'errors': array { (/*/*:Errors/*:Error | /*:errors/*:error | /*/*:errors/*:error | //*:fault) ! serai:said(.) },
                'warnings': array { (/*/*:Warnings/*:Warning | /*:warnings/*:warning | /*/*:warnings/*:warning) ! serai:said(.) }
            }))"/>
    </xsl:template>

    <!-- A text that is, or begins with, a code in capitals says more than OTA's own number beside it. -->
    <xsl:function name="serai:said" as="map(*)">
        <xsl:param name="said" as="element()"/>
        <xsl:variable name="short" select="$said/@ShortText[normalize-space()]/string()"/>
        <xsl:variable name="words" select="($said/*:message, $said/@message, $said/@string, $said/text(), $short)[normalize-space()][1] ! normalize-space()"/>
        <xsl:variable name="code" select="($short[matches(., '^[A-Z][A-Z0-9_]+(:.*)?$', 's')] ! tokenize(., ':')[1], ($said/@Code, $said/@code)[normalize-space()] ! string(), $short, $words)[1]"/>
        <xsl:sequence select="map:merge((
            $said/@RecordID[. castable as xs:positiveInteger] ! map { 'update': xs:integer(.) },
            $code ! map { 'code': . },
            $words ! map { 'words': . }))"/>
    </xsl:function>
</xsl:stylesheet>
