<?xml version="1.0" encoding="UTF-8"?>
<!-- {hotel} → B.XML request for a hotel's summary of reservations: exactly one hotel_id. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

    <xsl:param name="request" as="xs:string"/>

    <xsl:output method="xml" encoding="UTF-8"/>

    <xsl:template match="/">
        <request>
            <hotel_id>{parse-json($request)?hotel}</hotel_id>
        </request>
    </xsl:template>
</xsl:stylesheet>
