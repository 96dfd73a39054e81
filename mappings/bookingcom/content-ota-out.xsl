<?xml version="1.0" encoding="UTF-8"?>
<!-- A call of content-push whose message is OTA's → OTA_HotelRatePlanNotifRQ (rate-plan) or OTA_HotelProductNotifRQ (product). -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
    xmlns="http://www.opentravel.org/OTA/2003/05"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

    <xsl:param name="request" as="xs:string"/>
    <xsl:param name="now" as="xs:string" select="string(current-dateTime())"/>

    <xsl:output method="xml" encoding="UTF-8"/>

    <xsl:variable name="told" select="parse-json($request)?message"/>
    <xsl:variable name="moment" select="replace($now, '\.[0-9]+', '')"/>

    <xsl:template match="/">
        <xsl:choose>
            <xsl:when test="$told?kind = 'rate-plan'">
                <OTA_HotelRatePlanNotifRQ TimeStamp="{$moment}" Target="{$told?target}" Version="1.005" MessageContentCode="8">
                    <RatePlans HotelCode="{$told?hotel}">
                        <RatePlan RatePlanNotifType="{$told?act}">
                            <xsl:for-each select="$told?own"><xsl:attribute name="RatePlanID" select="."/></xsl:for-each>
                            <xsl:for-each select="$told?plan"><xsl:attribute name="RatePlanCode" select="."/></xsl:for-each>
                            <Description Name="{$told?name}"/>
                        </RatePlan>
                    </RatePlans>
                </OTA_HotelRatePlanNotifRQ>
            </xsl:when>
            <xsl:otherwise>
                <OTA_HotelProductNotifRQ TimeStamp="{$moment}" Target="{$told?target}" Version="1.0">
                    <HotelProducts HotelCode="{$told?hotel}">
                        <HotelProduct ProductNotifType="{$told?act}">
                            <RoomTypes>
                                <RoomType RoomTypeCode="{$told?room}">
                                    <xsl:for-each select="$told?most"><xsl:attribute name="MaxOccupancy" select="."/></xsl:for-each>
                                </RoomType>
                            </RoomTypes>
                            <RatePlans>
                                <RatePlan RatePlanCode="{$told?plan}"/>
                            </RatePlans>
                            <xsl:if test="exists($told?meals?*)">
                                <ValueAddInclusions>
                                    <xsl:for-each select="$told?meals?*"><MealPlan MealPlanCode="{.}"/></xsl:for-each>
                                </ValueAddInclusions>
                            </xsl:if>
                            <xsl:for-each select="$told?policy">
                                <PolicyInfo>
                                    <CancelPolicy>
                                        <CancelPenalty PolicyCode="{.}"/>
                                    </CancelPolicy>
                                </PolicyInfo>
                            </xsl:for-each>
                            <xsl:for-each select="$told?pricing">
                                <TPA_Extensions>
                                    <PricingType Value="{.}"/>
                                </TPA_Extensions>
                            </xsl:for-each>
                        </HotelProduct>
                    </HotelProducts>
                </OTA_HotelProductNotifRQ>
            </xsl:otherwise>
        </xsl:choose>
    </xsl:template>
</xsl:stylesheet>
