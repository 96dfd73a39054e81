<?xml version="1.0" encoding="UTF-8"?>
<!-- What an OTA content message was answered with success → {outcome: applied, reference, remote}: the number of what was made, if anything was. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:map="http://www.w3.org/2005/xpath-functions/map">

    <xsl:output method="json"/>

    <xsl:template match="/">
        <xsl:variable name="ruid" select="comment()[contains(., 'RUID')][1] ! replace(., '^\s*RUID:?\s*\[?\s*(.*?)\s*\]?\s*$', '$1', 's')"/>
        <xsl:variable name="number" select="(//*:RatePlanCrossRef/@ResponseRatePlanCode, //*:InventoryCrossRef/@ResponseInvCode)[1]/string()"/>
        <xsl:sequence select="map:merge((map { 'outcome': 'applied' }, $ruid ! map { 'reference': . }, $number ! map { 'remote': . }))"/>
    </xsl:template>
</xsl:stylesheet>
