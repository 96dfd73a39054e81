<?xml version="1.0" encoding="UTF-8"?>
<!-- ari-push (request offsets) → B.XML derivedprices: what a number of guests adds to a rate's price, or takes from it.
     Booking.com's own form of this body could not be read: this one is an assumption, see docs/bookingcom.md. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map">

    <xsl:param name="request" as="xs:string"/>

    <xsl:output method="xml" encoding="UTF-8"/>

    <xsl:template match="/">
        <request>
            <xsl:for-each-group select="parse-json($request)?updates?*[map:contains(?set, 'offset')]" group-by="?room">
                <room id="{current-grouping-key()}">
                    <xsl:for-each-group select="current-group()" group-by="?rate">
                        <rate id="{current-grouping-key()}">
                            <xsl:for-each select="current-group()">
                                <xsl:variable name="update" select="."/>
                                <xsl:for-each select="sort(map:keys(?set?offset), (), xs:integer#1)">
                                    <offset persons="{.}" value="{$update?set?offset(.)}" from="{$update?from}" to="{$update?to}"/>
                                </xsl:for-each>
                            </xsl:for-each>
                        </rate>
                    </xsl:for-each-group>
                </room>
            </xsl:for-each-group>
        </request>
    </xsl:template>
</xsl:stylesheet>
