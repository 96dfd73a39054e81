<?xml version="1.0" encoding="UTF-8"?>
<!-- reservation-report → B.XML request that reports something of one reservation.
     What a changed stay is told in is not documented: its elements' names are parameters, see docs/bookingcom.md. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

    <xsl:param name="request" as="xs:string"/>
    <xsl:param name="checkout-name" as="xs:string" select="'checkout'"/>
    <xsl:param name="price-name" as="xs:string" select="'price'"/>

    <xsl:output method="xml" encoding="UTF-8"/>

    <xsl:variable name="report" select="parse-json($request)"/>
    <xsl:variable name="words" select="map { 'no-show': 'is_no_show', 'card-invalid': 'cc_is_invalid', 'cancel-card-invalid': 'cancel_reservation_invalid_cc' }"/>

    <xsl:template match="/">
        <request>
            <reservation_id>{$report?number}</reservation_id>
            <xsl:choose>
                <xsl:when test="$report?action = 'stay-change'">
                    <stay_change>
                        <xsl:for-each select="$report?checkout">
                            <xsl:element name="{$checkout-name}">{.}</xsl:element>
                        </xsl:for-each>
                        <xsl:for-each select="$report?price">
                            <xsl:element name="{$price-name}">{.}</xsl:element>
                        </xsl:for-each>
                    </stay_change>
                </xsl:when>
                <xsl:otherwise>
                    <report>
                        <xsl:if test="$report?action = 'no-show'">
                            <xsl:attribute name="waived_fees" select="if ($report?waived) then 'yes' else 'no'"/>
                        </xsl:if>
                        <xsl:text>{$words($report?action)}</xsl:text>
                    </report>
                </xsl:otherwise>
            </xsl:choose>
        </request>
    </xsl:template>
</xsl:stylesheet>
