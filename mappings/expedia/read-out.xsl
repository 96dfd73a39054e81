<?xml version="1.0" encoding="UTF-8"?>
<!-- ari-read → ProductAvailRateRetrievalRQ (PAR 2013/07): counts, closures and prices of a hotel's nights. Restrictions are not asked for:
     nothing compares them. The door fills in the sign-in. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns="http://www.expediaconnect.com/EQC/PAR/2013/07">

    <xsl:param name="request" as="xs:string"/>

    <xsl:output method="xml" encoding="UTF-8" indent="no"/>

    <xsl:template match="/" name="xsl:initial-template">
        <xsl:variable name="wish" select="parse-json($request)"/>
        <ProductAvailRateRetrievalRQ>
            <Authentication username="{{{{credential:api_key}}}}" password="{{{{credential:api_secret}}}}"/>
            <Hotel id="{$wish?hotel}"/>
            <ParamSet>
                <AvailRateRetrieval from="{$wish?from}" to="{$wish?to}" restrictions="false"/>
            </ParamSet>
        </ProductAvailRateRetrievalRQ>
    </xsl:template>
</xsl:stylesheet>
