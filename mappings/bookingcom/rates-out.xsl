<?xml version="1.0" encoding="UTF-8"?>
<!-- ari-push (request rates) → OTA_HotelRateAmountNotifRQ: a price for the room, or one for each number of guests.
     Amounts are integers that DecimalPlaces scales; the decimals are those of the decimal string.
     The parameter prices-include-tax (true when it is missing) chooses between AmountAfterTax and AmountBeforeTax. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns="http://www.opentravel.org/OTA/2003/05">

    <xsl:param name="request" as="xs:string"/>
    <xsl:param name="prices-include-tax" as="item()" select="'true'"/>
    <xsl:param name="now" as="xs:string"
        select="format-dateTime(adjust-dateTime-to-timezone(current-dateTime(), xs:dayTimeDuration('PT0S')), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z')"/>

    <xsl:output method="xml" encoding="UTF-8"/>

    <xsl:variable name="push" select="parse-json($request)"/>

    <xsl:template match="/">
        <OTA_HotelRateAmountNotifRQ TimeStamp="{$now}" Target="{if ($push?target = 'test') then 'Test' else 'Production'}" Version="3.000">
            <RateAmountMessages>
                <xsl:for-each select="$push?updates?*[map:contains(?set, 'price')]">
                    <RateAmountMessage LocatorID="{?id}">
                        <StatusApplicationControl Start="{?from}" End="{?to}" InvTypeCode="{?room}" RatePlanCode="{?rate}"/>
                        <Rates>
                            <Rate>
                                <BaseByGuestAmts>
                                    <xsl:call-template name="prices"/>
                                </BaseByGuestAmts>
                            </Rate>
                        </Rates>
                    </RateAmountMessage>
                </xsl:for-each>
            </RateAmountMessages>
        </OTA_HotelRateAmountNotifRQ>
    </xsl:template>

    <xsl:template name="prices">
        <xsl:variable name="prices" select="?set?price"/>
        <xsl:for-each select="sort(map:keys($prices), (), function($guests) { if ($guests = 'room') then 0 else -xs:integer($guests) })">
            <xsl:variable name="amount" select="$prices(.)"/>
            <BaseByGuestAmt DecimalPlaces="{string-length(substring-after($amount, '.'))}" CurrencyCode="{$push?currency}">
                <xsl:attribute name="{if (string($prices-include-tax) = 'false') then 'AmountBeforeTax' else 'AmountAfterTax'}"
                    select="xs:integer(translate($amount, '.', ''))"/>
                <xsl:if test=". != 'room'">
                    <xsl:attribute name="NumberOfGuests" select="."/>
                </xsl:if>
            </BaseByGuestAmt>
        </xsl:for-each>
    </xsl:template>
</xsl:stylesheet>
