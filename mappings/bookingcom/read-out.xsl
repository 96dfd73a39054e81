<?xml version="1.0" encoding="UTF-8"?>
<!-- ari-read → B.XML roomrateavailability: what Booking.com holds for a hotel from one night to another, both included. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

    <xsl:param name="request" as="xs:string"/>

    <xsl:output method="xml" encoding="UTF-8"/>

    <xsl:variable name="read" select="parse-json($request)"/>

    <xsl:template match="/">
        <request>
            <hotel_id>{$read?hotel}</hotel_id>
            <start_date>{$read?from}</start_date>
            <number_of_days>{days-from-duration(xs:date($read?to) - xs:date($read?from)) + 1}</number_of_days>
        </request>
    </xsl:template>
</xsl:stylesheet>
