<?xml version="1.0" encoding="UTF-8"?>
<!-- A Booking Notification (SOAP with OTA_HotelResNotifRQ, OTA_HotelResModifyNotifRQ or OTA_CancelRQ) → the canonical reservation.
     A change is the whole booking, but for the free text, of which only what is new. A cancellation says only that it is one.
     Hotel Collect shows by the letter A as in br-in. Dates of rates are read up to the day before ExpireDate. What is not known is left aside. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping">

    <xsl:param name="reference" as="xs:string" select="''"/>

    <xsl:output method="json"/>

    <xsl:variable name="message" select="/*/*:Body/*[1]"/>
    <xsl:variable name="booking" select="($message//*:HotelReservation, $message//*:HotelResModify, $message[self::*:OTA_CancelRQ])[1]"/>
    <xsl:variable name="stay" select="$booking/*:RoomStays/*:RoomStay[1]"/>
    <xsl:variable name="customer" select="($booking/*:ResGuests//*:Customer)[1]"/>
    <xsl:variable name="rate" select="($stay/*:RatePlans/*:RatePlan/@RatePlanCode, $stay/*:RoomRates/*:RoomRate/@RatePlanCode)[1] ! serai:text(.)"/>
    <xsl:variable name="source" select="string($message/*:POS/*:Source/*:RequestorID[@Type = '18'][1]/@ID)"/>
    <xsl:variable name="by-hotel" select="starts-with($source, 'A-') or matches($rate, '^[0-9]+A$')"/>
    <xsl:variable name="free-text" select="'4'"/>
    <xsl:variable name="methods" select="map { 'VirtualCard': 'virtual-card', 'BankTransfer': 'bank-transfer',
        'CustomerCreditCard': 'guest-card', 'Cash': 'cash', 'None': 'none' }"/>

    <xsl:template match="/">
        <xsl:variable name="kind" select="map { 'OTA_HotelResNotifRQ': 'new', 'OTA_HotelResModifyNotifRQ': 'modify', 'OTA_CancelRQ': 'cancel' }(local-name($message))"/>
        <xsl:variable name="told" select="serai:object(map {
            'hotel': ($stay/*:BasicPropertyInfo/@HotelCode, $message/*:Verification/*:Vendor[@Code = '3']/@CodeContext)[1] ! serai:text(.),
            'number': ($booking/*:UniqueID[@Type = '14']/@ID, $booking//*:HotelReservationID[@ResID_Type = '8']/@ResID_Value)[1] ! serai:text(.),
            'kind': $kind,
            'created': $booking[$kind = 'new']/@CreateDateTime ! serai:utc(.),
            'reference': serai:text(($reference, //*:PayloadInfo/@RequestId)[normalize-space()][1]),
            'brand': replace($source, '^A-', '') => serai:text()
        })"/>
        <xsl:sequence select="if ($kind = 'cancel') then $told else map:merge(($told, serai:stay()))"/>
    </xsl:template>

    <xsl:function name="serai:stay" as="map(*)">
        <xsl:variable name="total" select="$stay/*:Total"/>
        <xsl:sequence select="serai:object(map {
            'currency': ($total/@CurrencyCode, $stay//*:Base/@CurrencyCode)[1] ! serai:text(.),
            'total': serai:amount($total/@AmountAfterTax),
            'tax': serai:amount($total/*:Taxes/@Amount),
            'booker': serai:booker(),
            'payment': serai:payment(),
            'notes': serai:list($booking//*:SpecialRequest[@RequestCode = $free-text]/serai:words(.)),
            'loyalty': serai:list($booking/*:ResGlobalInfo/*:Memberships/*:Membership ! serai:object(map {
                'program': serai:text(@ProgramCode), 'number': serai:text(@AccountID) })),
            'rooms': array { serai:room() }
        })"/>
    </xsl:function>

    <xsl:function name="serai:booker" as="map(*)?">
        <xsl:variable name="phone" select="$customer/*:Telephone[1]"/>
        <xsl:sequence select="serai:object(map {
            'given': string-join($customer/*:PersonName/(*:GivenName, *:MiddleName)/normalize-space()[.], ' ') => serai:text(),
            'surname': serai:text($customer/*:PersonName/*:Surname),
            'email': serai:text($customer/*:Email[1]),
            'phone': string-join(($phone/@CountryAccessCode[normalize-space()] ! ('+' || replace(., '^\+', '')), $phone/@AreaCityCode, $phone/@PhoneNumber,
                $phone/@Extension[normalize-space()] ! ('ext. ' || .))[normalize-space()], ' ') => serai:text()
        })[map:size(.) gt 0]"/>
    </xsl:function>

    <!-- A number that is no token was no card. -->
    <xsl:function name="serai:payment" as="map(*)">
        <xsl:variable name="card" select="($booking//*:PaymentCard)[starts-with(@CardNumber, 'card_')][1]"/>
        <xsl:variable name="method" select="normalize-space(($booking//*:PaymentMethod)[1])"/>
        <xsl:variable name="payment" select="($booking//*:Payment)[1]"/>
        <xsl:sequence select="serai:object(map {
            'collect': if ($by-hotel) then 'hotel' else 'channel',
            'method': if ($method) then ($methods($method), 'unknown')[1]
                      else if (empty($card)) then (if ($booking/self::*:HotelResModify) then 'unknown' else 'none') else if ($by-hotel) then 'guest-card' else 'virtual-card',
            'amount': serai:amount($payment/@Amount),
            'currency': serai:text($payment/@CurrencyCode),
            'basis': lower-case($payment/@model)[. = ('net', 'gross')],
            'prices': (lower-case(($booking//*:BaseRateType)[1])[. = ('net', 'sell')], if ($by-hotel) then 'sell' else 'net')[1],
            'card': $card ! serai:object(map {
                'token': serai:text(@CardNumber),
                'code': serai:text(@CardCode),
                'chargeableFrom': substring(@CardActivation, 1, 10)[. castable as xs:date]
            })
        })"/>
    </xsl:function>

    <xsl:function name="serai:room" as="map(*)">
        <xsl:variable name="adults" select="$stay/*:GuestCounts/*:GuestCount[@AgeQualifyingCode = '10']"/>
        <xsl:variable name="children" select="$stay/*:GuestCounts/*:GuestCount[@AgeQualifyingCode = '8']"/>
        <xsl:sequence select="serai:object(map {
            'index': '1',
            'room': ($stay/*:RoomTypes/*:RoomType/@RoomTypeCode, $stay/*:RoomRates/*:RoomRate/@RoomTypeCode)[1] ! serai:text(.),
            'total': serai:amount($stay/*:Total/@AmountAfterTax),
            'adults': xs:integer(sum($adults/@Count)),
            'children': xs:integer(sum($children/@Count)),
            'ages': serai:list(for $child in $children[@Age], $one in 1 to $child/@Count return xs:integer($child/@Age)),
            'guest': string-join($customer/*:PersonName/(*:GivenName, *:MiddleName, *:Surname)/normalize-space()[.], ' ') => serai:text(),
            'remarks': serai:list($booking//*:SpecialRequest[not(@RequestCode = $free-text)]/serai:words(.)),
            'nights': array { serai:nights() }
        })"/>
    </xsl:function>

    <xsl:function name="serai:nights" as="map(*)*">
        <xsl:variable name="arrival" select="xs:date(substring($stay/*:TimeSpan/@Start, 1, 10))"/>
        <xsl:variable name="nights" select="days-from-duration(xs:date(substring($stay/*:TimeSpan/@End, 1, 10)) - $arrival)"/>
        <xsl:for-each select="0 to $nights - 1">
            <xsl:variable name="night" select="string($arrival + . * xs:dayTimeDuration('P1D'))"/>
            <xsl:variable name="price" select="$stay/*:RoomRates/*:RoomRate[serai:holds(., $night)][1]"/>
            <xsl:variable name="code" select="($price/@RatePlanCode ! serai:text(.), $rate)[1]"/>
            <xsl:variable name="each" select="($price/*:Rates/*:Rate[serai:holds(., $night)], $price/*:Rates/*:Rate)[1]"/>
            <xsl:variable name="fees" select="$each/(*:AdditionalGuestAmounts//@AmountBeforeTax, *:Fees/*:Fee/@Amount)[. castable as xs:decimal] ! xs:decimal(.)"/>
            <xsl:sequence select="serai:object(map {
                'night': $night,
                'rate': $code,
                'otherRate': serai:other($code),
                'price': serai:amount($each/*:Base/@AmountBeforeTax),
                'fees': if (exists($fees)) then string(sum($fees)) else (),
                'promotion': serai:text($price/@PromotionCode)
            })"/>
        </xsl:for-each>
    </xsl:function>

    <!-- From its first day to the day before its last; of one day where both are the same. -->
    <xsl:function name="serai:holds" as="xs:boolean">
        <xsl:param name="dated" as="element()"/>
        <xsl:param name="night" as="xs:string"/>
        <xsl:variable name="from" select="substring($dated/@EffectiveDate, 1, 10)"/>
        <xsl:sequence select="$from = $night or ($from lt $night and $night lt substring($dated/@ExpireDate, 1, 10))"/>
    </xsl:function>

    <!-- The rate plan's number with the letter, or without. -->
    <xsl:function name="serai:other" as="xs:string?">
        <xsl:param name="rate" as="xs:string?"/>
        <xsl:sequence select="if (matches($rate, '^[0-9]+A$')) then substring-before($rate, 'A') else $rate ! (. || 'A')"/>
    </xsl:function>

    <xsl:function name="serai:utc" as="xs:string">
        <xsl:param name="moment" as="xs:string"/>
        <xsl:sequence select="format-dateTime(adjust-dateTime-to-timezone(xs:dateTime($moment), xs:dayTimeDuration('PT0S')), '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]')"/>
    </xsl:function>

    <xsl:function name="serai:words" as="xs:string?">
        <xsl:param name="request" as="element()"/>
        <xsl:sequence select="serai:text(string-join($request/*:Text, ' '))"/>
    </xsl:function>

    <xsl:function name="serai:amount" as="xs:string?">
        <xsl:param name="amount" as="attribute()?"/>
        <xsl:sequence select="normalize-space($amount)[. castable as xs:decimal]"/>
    </xsl:function>

    <xsl:function name="serai:text" as="xs:string?">
        <xsl:param name="text" as="item()?"/>
        <xsl:sequence select="normalize-space(string($text))[. != '']"/>
    </xsl:function>

    <xsl:function name="serai:list" as="array(*)?">
        <xsl:param name="items" as="item()*"/>
        <xsl:sequence select="if (exists($items)) then array { $items } else ()"/>
    </xsl:function>

    <!-- Without the entries that have no value. -->
    <xsl:function name="serai:object" as="map(*)">
        <xsl:param name="entries" as="map(*)"/>
        <xsl:sequence select="map:merge(map:for-each($entries, function($key, $value) { if (exists($value)) then map:entry($key, $value) else () }))"/>
    </xsl:function>
</xsl:stylesheet>
