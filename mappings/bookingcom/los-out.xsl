<?xml version="1.0" encoding="UTF-8"?>
<!-- ari-push (request los) → CSV los_pricing: a row for each check-in date and number of guests, then the total of a stay of 1, 2, 3 … nights.
     A stay that is not sold is left empty. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array">

    <xsl:param name="request" as="xs:string"/>

    <xsl:output method="text" encoding="UTF-8"/>

    <xsl:variable name="push" select="parse-json($request)"/>

    <xsl:template match="/">
        <xsl:for-each select="$push?updates?*[map:contains(?set, 'stay-price')]">
            <xsl:variable name="update" select="."/>
            <xsl:variable name="stays" select="?set?stay-price"/>
            <xsl:variable name="first" select="xs:date(?from)"/>
            <xsl:for-each select="0 to days-from-duration(xs:date(?to) - $first)">
                <xsl:variable name="arrival" select="$first + . * xs:dayTimeDuration('P1D')"/>
                <xsl:for-each select="sort(map:keys($stays), (), xs:integer#1)">
                    <xsl:variable name="totals" select="array:for-each($stays(.), function($total) { ($total, '')[1] })?*"/>
                    <xsl:value-of select="$arrival, ., $update?room, $update?rate, $push?currency, $totals" separator=","/>
                    <xsl:text>&#10;</xsl:text>
                </xsl:for-each>
            </xsl:for-each>
        </xsl:for-each>
    </xsl:template>
</xsl:stylesheet>
