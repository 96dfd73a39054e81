<?xml version="1.0" encoding="UTF-8"?>
<!-- A Booking Notification → its answer. The parameter request says which:
     {outcome: committed, confirmation}: taken, with our number of the reservation (a cancellation's number is the same);
     {outcome: refused, code, words}: never to be taken; Expedia then writes to the hotel, also of all that follows;
     {outcome: failed, code, words}: a SOAP fault; Expedia sends it again until it expires. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map"
    xmlns:soap-env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ota="http://www.opentravel.org/OTA/2003/05">

    <xsl:param name="request" as="xs:string"/>
    <xsl:param name="now" as="xs:string"
        select="format-dateTime(adjust-dateTime-to-timezone(current-dateTime(), xs:dayTimeDuration('PT0S')), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z')"/>

    <xsl:output method="xml" encoding="UTF-8" indent="no"/>

    <xsl:variable name="answer" select="parse-json($request)"/>
    <xsl:variable name="payload" select="(//*:PayloadInfo)[1]"/>
    <xsl:variable name="message" select="/*/*:Body/*[1]"/>
    <xsl:variable name="name" select="replace(local-name($message), 'RQ$', 'RS')"/>
    <xsl:variable name="cancel" select="$name = 'OTA_CancelRS'"/>
    <xsl:variable name="number" select="string(($message//*:UniqueID[@Type = '14']/@ID, $message//*:HotelReservationID[@ResID_Type = '8']/@ResID_Value)[1])"/>

    <xsl:template match="/">
        <soap-env:Envelope>
            <xsl:choose>
                <xsl:when test="$answer?outcome = 'failed'">
                    <soap-env:Body>
                        <soap-env:Fault>
                            <faultcode><xsl:value-of select="'soap-env:' || $answer?code"/></faultcode>
                            <faultstring><xsl:value-of select="$answer?words"/></faultstring>
                        </soap-env:Fault>
                    </soap-env:Body>
                </xsl:when>
                <xsl:otherwise>
                    <xsl:call-template name="head"/>
                    <soap-env:Body>
                        <xsl:call-template name="answer"/>
                    </soap-env:Body>
                </xsl:otherwise>
            </xsl:choose>
        </soap-env:Envelope>
    </xsl:template>

    <xsl:template name="head">
        <soap-env:Header>
            <Interface xmlns="http://www.newtrade.com/expedia/R14/header" Name="ExpediaDirectConnect" Version="4.0">
                <PayloadInfo RequestId="{$payload/@RequestId}" RequestorId="{$payload/@RequestorId}" ResponderId="{$payload/@ResponderId}" Location="Body">
                    <CommDescriptor SourceId="{$payload/*:CommDescriptor/@DestinationId}" DestinationId="{$payload/*:CommDescriptor/@SourceId}" RetryIndicator="false"/>
                    <PayloadDescriptor Name="{$name}" Version="2003A"/>
                </PayloadInfo>
            </Interface>
        </soap-env:Header>
    </xsl:template>

    <xsl:template name="answer">
        <xsl:variable name="taken" select="$answer?outcome = 'committed'"/>
        <xsl:element name="{$name}" namespace="http://www.opentravel.org/OTA/2003/05">
            <xsl:attribute name="EchoToken" select="($message/@EchoToken, $payload/@RequestId)[1]"/>
            <xsl:attribute name="TimeStamp" select="$now"/>
            <xsl:attribute name="Target" select="'Production'"/>
            <xsl:attribute name="Version" select="'2.000'"/>
            <xsl:attribute name="PrimaryLangID" select="'en-us'"/>
            <xsl:attribute name="{if ($cancel) then 'Status' else 'ResResponseType'}" select="
                if (not($taken)) then 'Ignored' else if ($cancel) then 'Cancelled'
                else if ($name = 'OTA_HotelResModifyNotifRS') then 'Modified' else 'Committed'"/>
            <xsl:choose>
                <xsl:when test="not($taken)">
                    <ota:Errors>
                        <ota:Error Language="en-us" Type="3" Code="450" ShortText="{$answer?code}"><xsl:value-of select="$answer?words"/></ota:Error>
                    </ota:Errors>
                </xsl:when>
                <xsl:otherwise>
                    <ota:Success/>
                    <xsl:choose>
                        <xsl:when test="$cancel">
                            <xsl:call-template name="cancelled"/>
                        </xsl:when>
                        <xsl:otherwise>
                            <xsl:call-template name="numbers"/>
                        </xsl:otherwise>
                    </xsl:choose>
                </xsl:otherwise>
            </xsl:choose>
        </xsl:element>
    </xsl:template>

    <xsl:template name="numbers">
        <xsl:variable name="changed" select="$name = 'OTA_HotelResModifyNotifRS'"/>
        <xsl:variable name="told" select="($message//*:HotelReservationID[@ResID_Type = '8'])[1]"/>
        <xsl:element name="{if ($changed) then 'HotelResModifies' else 'HotelReservations'}" namespace="http://www.opentravel.org/OTA/2003/05">
            <xsl:element name="{if ($changed) then 'HotelResModify' else 'HotelReservation'}" namespace="http://www.opentravel.org/OTA/2003/05">
                <ota:ResGlobalInfo>
                    <ota:HotelReservationIDs>
                        <ota:HotelReservationID ResID_Type="8" ResID_Value="{$number}" ResID_Source="{($told/@ResID_Source, 'Expedia')[1]}" ResID_Date="{($told/@ResID_Date, $now)[1]}"/>
                        <ota:HotelReservationID ResID_Type="3" ResID_Value="{$answer?confirmation}" ResID_Source="{$payload/@ResponderId}" ResID_Date="{$now}"/>
                    </ota:HotelReservationIDs>
                </ota:ResGlobalInfo>
            </xsl:element>
        </xsl:element>
    </xsl:template>

    <xsl:template name="cancelled">
        <ota:UniqueID Type="10" ID="{($message/*:UniqueID[@Type = '10']/@ID, $answer?confirmation)[1]}">
            <ota:CompanyName><xsl:value-of select="$payload/@ResponderId"/></ota:CompanyName>
        </ota:UniqueID>
        <ota:UniqueID Type="14" ID="{$number}"><ota:CompanyName>Expedia</ota:CompanyName></ota:UniqueID>
        <ota:CancelInfoRS>
            <ota:UniqueID Type="10" ID="{$answer?confirmation}">
                <ota:CompanyName><xsl:value-of select="$payload/@ResponderId"/></ota:CompanyName>
            </ota:UniqueID>
        </ota:CancelInfoRS>
    </xsl:template>
</xsl:stylesheet>
