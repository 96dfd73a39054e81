<?xml version="1.0" encoding="UTF-8"?>
<!-- One Booking of a BookingRetrievalRS → the canonical reservation. The parameter reference names the answer that it came in.
     A cancellation carries zeros for rooms and money: only that it is one is read of it. A booking is one room. Hotel Collect shows by the letter A:
     before the brand, behind the rate plan's number; the same rate may be listed with or without it. What is not known is left aside. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping">

    <xsl:param name="reference" as="xs:string" select="''"/>

    <xsl:output method="json"/>

    <xsl:variable name="kinds" select="map { 'Book': 'new', 'Modify': 'modify', 'Cancel': 'cancel' }"/>
    <xsl:variable name="free-text" select="'4'"/>
    <xsl:variable name="methods" select="map { 'VirtualCard': 'virtual-card', 'BankTransfer': 'bank-transfer',
        'CustomerCreditCard': 'guest-card', 'Cash': 'cash', 'None': 'none' }"/>

    <xsl:template match="/">
        <xsl:variable name="booking" select="(//*:Booking)[1]"/>
        <xsl:variable name="told" select="serai:told($booking)"/>
        <xsl:sequence select="if ($told?kind = 'cancel') then $told else map:merge(($told, serai:stay($booking)))"/>
    </xsl:template>

    <!-- What every message says. -->
    <xsl:function name="serai:told" as="map(*)">
        <xsl:param name="booking" as="element()"/>
        <xsl:variable name="utc" select="adjust-dateTime-to-timezone(xs:dateTime($booking/@createDateTime), xs:dayTimeDuration('PT0S'))"/>
        <xsl:variable name="moment" select="format-dateTime($utc, '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]')"/>
        <xsl:sequence select="serai:object(map {
            'hotel': serai:text($booking/*:Hotel/@id),
            'number': serai:text($booking/@id),
            'kind': $kinds($booking/@type),
            'created': $moment[$booking/@type = 'Book'],
            'changed': $moment || 'Z',
            'reference': serai:text($reference),
            'brand': replace($booking/@source, '^A-', '') => serai:text()
        })"/>
    </xsl:function>

    <!-- What is booked: the whole of it, but for the free text, of which only what is new. -->
    <xsl:function name="serai:stay" as="map(*)">
        <xsl:param name="booking" as="element()"/>
        <xsl:variable name="stay" select="$booking/*:RoomStay"/>
        <xsl:variable name="total" select="$stay/*:Total"/>
        <xsl:sequence select="serai:object(map {
            'currency': ($total/@currency, $stay/*:PerDayRates/@currency)[1] ! serai:text(.),
            'total': serai:amount($total/@amountAfterTaxes),
            'tax': serai:amount($total/@amountOfTaxes),
            'booker': serai:booker($booking/*:PrimaryGuest),
            'payment': serai:payment($booking),
            'notes': serai:list($booking/*:SpecialRequest[@code = $free-text] ! serai:text(.)),
            'loyalty': serai:list($booking/*:RewardProgram ! serai:object(map {
                'program': serai:text(@code), 'number': serai:text(@number) })),
            'rooms': array { serai:room($booking) }
        })"/>
    </xsl:function>

    <xsl:function name="serai:booker" as="map(*)?">
        <xsl:param name="guest" as="element()?"/>
        <xsl:variable name="phone" select="$guest/*:Phone"/>
        <xsl:sequence select="serai:object(map {
            'given': string-join($guest/*:Name/(@givenName, @middleName)/normalize-space()[.], ' ') => serai:text(),
            'surname': serai:text($guest/*:Name/@surname),
            'email': serai:text($guest/*:Email),
            'phone': string-join(($phone/@countryCode[normalize-space()] ! ('+' || replace(., '^\+', '')), $phone/@cityAreaCode, $phone/@number,
                $phone/@extension[normalize-space()] ! ('ext. ' || .))[normalize-space()], ' ') => serai:text()
        })[map:size(.) gt 0]"/>
    </xsl:function>

    <!-- The card stands in Payment where that is told, else beside it. A number that is no token was none. -->
    <xsl:function name="serai:payment" as="map(*)">
        <xsl:param name="booking" as="element()"/>
        <xsl:variable name="stay" select="$booking/*:RoomStay"/>
        <xsl:variable name="card" select="($stay/*:Payment/*:PaymentCard, $stay/*:PaymentCard)[starts-with(@cardNumber, 'card_')][1]"/>
        <xsl:variable name="by-hotel" select="serai:by-hotel($booking)"/>
        <xsl:variable name="method" select="normalize-space($stay/*:PaymentMethod)"/>
        <xsl:sequence select="serai:object(map {
            'collect': if ($by-hotel) then 'hotel' else 'channel',
            'method': if ($method) then ($methods($method), 'unknown')[1]
                      else if (empty($card)) then (if ($booking/@type = 'Modify') then 'unknown' else 'none') else if ($by-hotel) then 'guest-card' else 'virtual-card',
            'amount': serai:amount($stay/*:Payment/@amount),
            'currency': serai:text($stay/*:Payment/@currencyCode),
            'basis': lower-case($stay/*:Payment/@model)[. = ('net', 'gross')],
            'prices': (lower-case($stay/*:BaseRateType)[. = ('net', 'sell')], if ($by-hotel) then 'sell' else 'net')[1],
            'card': $card ! serai:object(map {
                'token': serai:text(@cardNumber),
                'code': serai:text(@cardCode),
                'chargeableFrom': substring(@cardActivation, 1, 10)[. castable as xs:date]
            })
        })"/>
    </xsl:function>

    <xsl:function name="serai:by-hotel" as="xs:boolean">
        <xsl:param name="booking" as="element()"/>
        <xsl:sequence select="starts-with($booking/@source, 'A-') or matches($booking/*:RoomStay/@ratePlanID, '^[0-9]+A$')
            or exists($booking/*:SpecialRequest[@code = '5'][starts-with(normalize-space(), 'Hotel Collect')])"/>
    </xsl:function>

    <xsl:function name="serai:room" as="map(*)">
        <xsl:param name="booking" as="element()"/>
        <xsl:variable name="stay" select="$booking/*:RoomStay"/>
        <xsl:variable name="guests" select="$stay/*:GuestCount"/>
        <xsl:sequence select="serai:object(map {
            'index': '1',
            'room': serai:text($stay/@roomTypeID),
            'total': serai:amount($stay/*:Total/@amountAfterTaxes),
            'adults': xs:integer($guests/@adult),
            'children': xs:integer(($guests/@child, count($guests/*:Child))[1]),
            'ages': serai:list($guests/*:Child/@age ! xs:integer(.)),
            'guest': string-join($booking/*:PrimaryGuest/*:Name/(@givenName, @middleName, @surname)/normalize-space()[.], ' ') => serai:text(),
            'remarks': serai:list($booking/*:SpecialRequest[not(@code = $free-text)] ! serai:text(.)),
            'nights': array { serai:nights($stay) }
        })"/>
    </xsl:function>

    <!-- Every night of the stay, priced or not. -->
    <xsl:function name="serai:nights" as="map(*)*">
        <xsl:param name="stay" as="element()"/>
        <xsl:variable name="arrival" select="xs:date($stay/*:StayDate/@arrival)"/>
        <xsl:variable name="nights" select="days-from-duration(xs:date($stay/*:StayDate/@departure) - $arrival)"/>
        <xsl:variable name="rate" select="serai:text($stay/@ratePlanID)"/>
        <xsl:for-each select="0 to $nights - 1">
            <xsl:variable name="night" select="string($arrival + . * xs:dayTimeDuration('P1D'))"/>
            <xsl:variable name="price" select="$stay/*:PerDayRates/*:PerDayRate[@stayDate = $night][1]"/>
            <xsl:variable name="fees" select="$price/(@extraPersonFees, @hotelServiceFees)[. castable as xs:decimal] ! xs:decimal(.)"/>
            <xsl:sequence select="serai:object(map {
                'night': $night,
                'rate': $rate,
                'otherRate': serai:other($rate),
                'price': serai:amount($price/@baseRate),
                'fees': if (exists($fees)) then string(sum($fees)) else (),
                'promotion': serai:text($price/@promoName)
            })"/>
        </xsl:for-each>
    </xsl:function>

    <!-- The rate plan's number with the letter, or without. -->
    <xsl:function name="serai:other" as="xs:string?">
        <xsl:param name="rate" as="xs:string?"/>
        <xsl:sequence select="if (matches($rate, '^[0-9]+A$')) then substring-before($rate, 'A') else $rate ! (. || 'A')"/>
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
