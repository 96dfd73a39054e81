<?xml version="1.0" encoding="UTF-8"?>
<!-- BookingConfirmRS → {unconfirmed: [{number, code, words}]}: a success that warns of a booking did not confirm it. A warning that names no booking
     may be about any: then none of the message is held to be confirmed. The parameter request is what was confirmed. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

    <xsl:param name="request" as="xs:string" select="'{}'"/>

    <xsl:output method="json"/>

    <xsl:variable name="numbers" as="xs:string*" select="parse-json($request)?reservations?*"/>

    <xsl:template match="/">
        <xsl:sequence select="map { 'unconfirmed': array {
            for $warning in /*/*:Success/*:Warning,
                $number in if ($warning/@bookingID) then string($warning/@bookingID) else $numbers
            return map { 'number': $number, 'code': string($warning/@code), 'words': normalize-space($warning) } } }"/>
    </xsl:template>
</xsl:stylesheet>
