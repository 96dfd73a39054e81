<?xml version="1.0" encoding="UTF-8"?>
<!-- One HotelReservation (new queue) or HotelResModify (queue of changes and cancellations) → the canonical reservation.
     The parameter reference is the RUID of the answer that it came in. Read by name, whatever the order of the children.
     Nights come from RoomRate@EffectiveDate. Amounts with DecimalPlaces are scaled integers, those without are plain decimals. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:serai="urn:serai:mapping">

    <xsl:param name="reference" as="xs:string" select="''"/>

    <xsl:output method="json"/>

    <xsl:template match="/">
        <xsl:variable name="booking" select="(//*:HotelReservation | //*:HotelResModify)[1]"/>
        <xsl:variable name="global" select="$booking/*:ResGlobalInfo"/>
        <xsl:variable name="stays" select="$booking/*:RoomStays/*:RoomStay"/>
        <xsl:variable name="id" select="$global/*:HotelReservationIDs/*:HotelReservationID[1]"/>
        <xsl:variable name="total" select="($global/*:Total, $stays/*:Total)[1]"/>
        <xsl:variable name="commissions" select="($global/*:TotalCommissions//*:CommissionPayableAmount, $stays/*:RatePlans//*:CommissionPayableAmount)"/>
        <xsl:sequence select="serai:object(map {
            'hotel': ($stays, $global)/*:BasicPropertyInfo/@HotelCode[1] => serai:first(),
            'number': serai:text($id/@ResID_Value),
            'kind': if (lower-case($booking/@ResStatus) = 'cancel' or empty($stays)) then 'cancel'
                    else if ($booking/self::*:HotelResModify) then 'modify' else 'new',
            'created': serai:text($id/@ResID_Date),
            'reference': serai:text($reference),
            'currency': serai:first(($total, $stays/*:RoomRates//*:Total)/@CurrencyCode),
            'total': serai:total($global/*:Total),
            'commission': if ($global/*:TotalCommissions) then serai:amount($commissions[1]/@Amount) else serai:sum($commissions/@Amount),
            'booker': serai:booker($global/*:Profiles/*:ProfileInfo/*:Profile/*:Customer),
            'payment': serai:payment($booking),
            'remarks': serai:list(($global/*:Comments/*:Comment/*:Text/serai:text(.),
                                   $booking/*:TPA_Extensions/*:flags/*:flag/@name ! translate(., '_', ' '))),
            'rooms': array { $stays ! serai:room(.) },
            'services': serai:list($booking/*:Services/*:Service ! serai:service(.))
        })"/>
    </xsl:template>

    <xsl:function name="serai:booker" as="map(*)?">
        <xsl:param name="customer" as="element()*"/>
        <xsl:variable name="address" select="$customer[1]/*:Address[1]"/>
        <xsl:sequence select="serai:object(map {
            'given': serai:first($customer/*:PersonName/*:GivenName),
            'surname': serai:first($customer/*:PersonName/*:Surname),
            'email': serai:first($customer/*:Email),
            'phone': serai:first($customer/*:Telephone/@PhoneNumber),
            'address': string-join($address/*:AddressLine/normalize-space()[.], ', ') => serai:text(),
            'city': serai:first($address/*:CityName),
            'zip': serai:first($address/*:PostalCode),
            'country': serai:first($address/*:CountryName/(@Code, .)),
            'company': serai:first($address/*:CompanyName)
        })[map:size(.) > 0]"/>
    </xsl:function>

    <!-- A card whose number is not a token was none: no card, or one that the channel could not give. A card is given once: a change
         without one says nothing of it. -->
    <xsl:function name="serai:payment" as="map(*)">
        <xsl:param name="booking" as="element()"/>
        <xsl:variable name="guarantee" select="$booking/*:ResGlobalInfo/*:Guarantee"/>
        <xsl:variable name="card" select="($guarantee//*:PaymentCard)[1]"/>
        <xsl:variable name="prepaid" select="$guarantee/(@GuaranteeType, .//@GuaranteeType) = 'PrePay'"/>
        <xsl:variable name="virtual" select="exists($card/(@EffectiveDate, @VCCExpirationDate, @CurrentBalance))
            or exists($booking//*:RoomRate/@RatePlanCode[matches(., '^[0-9]+VCC$')])"/>
        <xsl:variable name="none" select="$card/*:CardHolderName/normalize-space() = 'NOCCRESERVATION'"/>
        <xsl:variable name="given" select="starts-with($card/@CardNumber, 'card_') and not($none)"/>
        <xsl:sequence select="serai:object(map {
            'collect': if ($prepaid or $virtual) then 'channel' else if ($given) then 'hotel' else 'unknown',
            'method': if ($booking/self::*:HotelResModify[not(lower-case(@ResStatus) = 'cancel')] and not($virtual or $given)) then 'unknown'
                      else if ($none) then 'none' else if ($virtual) then 'virtual-card' else if ($given) then 'guest-card'
                      else if ($card) then 'unknown' else 'none',
            'card': if ($given) then serai:card($card) else ()
        })"/>
    </xsl:function>

    <xsl:function name="serai:card" as="map(*)">
        <xsl:param name="card" as="element()"/>
        <xsl:sequence select="serai:object(map {
            'token': serai:text($card/@CardNumber),
            'code': serai:text($card/@CardCode),
            'expires': serai:text($card/@ExpireDate[matches(., '^[0-9]{4}$') and . != '0000']),
            'holder': serai:text($card/*:CardHolderName[normalize-space() != '-']),
            'chargeableFrom': serai:text($card/@EffectiveDate[. castable as xs:date])
        })"/>
    </xsl:function>

    <xsl:function name="serai:room" as="map(*)">
        <xsl:param name="stay" as="element()"/>
        <xsl:variable name="type" select="$stay/*:RoomTypes/*:RoomType[1]"/>
        <xsl:variable name="guests" select="$stay/*:ResGuestRPHs/*:ResGuestRPH/@RPH/tokenize(.)"/>
        <xsl:sequence select="serai:object(map {
            'index': serai:text($stay/@IndexNumber),
            'room': serai:text($type/@RoomTypeCode),
            'name': serai:text($type/*:RoomDescription/@Name),
            'mealPlan': serai:first($type/*:RoomDescription/*:MealPlan),
            'total': serai:total($stay/*:Total),
            'adults': xs:integer(sum($stay/*:GuestCounts/*:GuestCount[@AgeQualifyingCode = '10']/@Count)),
            'children': xs:integer(sum($stay/*:GuestCounts/*:GuestCount[@AgeQualifyingCode = '8']/@Count)),
            'guest': string-join($stay/../../*:ResGuests/*:ResGuest[@ResGuestRPH = $guests]//*:PersonName
                                 /string-join((*:GivenName, *:Surname)/normalize-space()[.], ' ')[.], ', ') => serai:text(),
            'remarks': serai:list(($stay/*:Comments/*:Comment/*:Text/serai:text(.),
                $stay/*:SpecialRequests/*:SpecialRequest[*:Text/normalize-space()]/string-join((@Name, *:Text[1])/normalize-space()[.], ': '))),
            'cancellation': serai:list($stay/*:CancelPenalties/*:CancelPenalty ! serai:object(map {
                'from': serai:text(@From), 'amount': serai:amount(*:AmountPercent/@Amount) })[map:size(.) > 0]),
            'nights': array { $stay/*:RoomRates/*:RoomRate ! serai:object(map {
                'night': serai:text(@EffectiveDate),
                'rate': replace(@RatePlanCode, '^([0-9]+)VCC$', '$1') => serai:text(),
                'price': serai:total(*:Rates/*:Rate/*:Total) }) }
        })"/>
    </xsl:function>

    <xsl:function name="serai:service" as="map(*)">
        <xsl:param name="service" as="element()"/>
        <xsl:variable name="details" select="$service/*:ServiceDetails"/>
        <xsl:sequence select="serai:object(map {
            'kind': serai:text($service/@ServiceInventoryCode),
            'persons': ($details/*:GuestCounts/*:GuestCount/@Count)[. castable as xs:integer][1] ! xs:integer(.),
            'nights': ($details/*:TimeSpan/@Duration)[. castable as xs:integer][1] ! xs:integer(.),
            'price': (serai:total($service/*:Price/*:Total), serai:amount(($details/*:Fees/*:Fee)[1]/@Amount))[1]
        })"/>
    </xsl:function>

    <xsl:function name="serai:total" as="xs:string?">
        <xsl:param name="totals" as="element()*"/>
        <xsl:sequence select="serai:amount($totals[1]/(@AmountAfterTax, @AmountBeforeTax)[1])"/>
    </xsl:function>

    <xsl:function name="serai:amount" as="xs:string?">
        <xsl:param name="amount" as="attribute()?"/>
        <xsl:variable name="places" select="$amount/../@DecimalPlaces/xs:integer(.)"/>
        <xsl:choose>
            <xsl:when test="empty($amount)"/>
            <xsl:when test="$places > 0">
                <xsl:variable name="units" select="xs:integer($amount)"/>
                <xsl:variable name="digits" select="format-integer(abs($units), string-join((1 to $places + 1) ! '0'))"/>
                <xsl:variable name="whole" select="string-length($digits) - $places"/>
                <xsl:sequence select="'-'[$units lt 0] || substring($digits, 1, $whole) || '.' || substring($digits, $whole + 1)"/>
            </xsl:when>
            <xsl:otherwise>
                <xsl:sequence select="normalize-space($amount)[. castable as xs:decimal]"/>
            </xsl:otherwise>
        </xsl:choose>
    </xsl:function>

    <xsl:function name="serai:sum" as="xs:string?">
        <xsl:param name="amounts" as="attribute()*"/>
        <xsl:variable name="decimals" select="max($amounts/../@DecimalPlaces/xs:integer(.))"/>
        <xsl:sequence select="$amounts[1] ! format-number(sum($amounts ! xs:decimal(serai:amount(.))),
            string-join(('0', ('.', (1 to $decimals) ! '0')[$decimals > 0])))"/>
    </xsl:function>

    <xsl:function name="serai:first" as="xs:string?">
        <xsl:param name="nodes" as="node()*"/>
        <xsl:sequence select="$nodes[normalize-space()][1] ! normalize-space(.)"/>
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
