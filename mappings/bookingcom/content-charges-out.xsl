<?xml version="1.0" encoding="UTF-8"?>
<!-- content-push (charges) → the charges of a property. One that is there and not wanted any more is cleared: its period has no configuration.
     Cleared is only what could have been told from here: of a type that Serai has words for, and of which no charge is of one room type only.
     A charge without a first night begins today. Parameters: there, the charges that the property has; today.
     A charge of one room type only, and one of no type that the channel has, are not told. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array" xmlns:serai="urn:serai:mapping">

    <xsl:param name="request" as="xs:string"/>
    <xsl:param name="there" as="xs:string" select="'{}'"/>
    <xsl:param name="today" as="xs:string"/>

    <xsl:output method="json"/>

    <xsl:variable name="push" select="parse-json($request)"/>
    <xsl:variable name="types" select="map {
        'vat': 'VAT', 'city-tax': 'CITYTAX', 'government-tax': 'GOVERNMENTTAX', 'goods-and-services-tax': 'GOODSSERVICESTAX',
        'service-charge': 'SERVICECHARGE', 'resort-fee': 'RESORTFEE', 'cleaning-fee': 'CLEANINGFEE', 'destination-fee': 'DESTINATIONFEE',
        'environment-fee': 'ENVIRONMENTFEE', 'heritage-charge': 'HERITAGECHARGE', 'linen-fee': 'LINENPACKAGEFEE', 'towel-fee': 'TOWELFEE',
        'electricity-fee': 'ELECTRICITYFEE', 'heating-fee': 'HEATINGFEE', 'water-fee': 'WATERFEE', 'internet-fee': 'INTERNETFEE',
        'parking-fee': 'PARKINGFEE', 'pet-fee': 'PETFEE', 'spa-tax': 'SPATAX', 'tourism-fee': 'TOURISMFEE', 'transfer-fee': 'TRANSFERFEE' }"/>
    <xsl:variable name="bases" select="map {
        'room-price': 'NET_ROOM_PRICE', 'taxes': 'TAXES', 'locality-charges': 'LOCALITY_CHARGES',
        'property-charges': 'PROPERTY_CHARGES', 'facility-charges': 'FACILITY_CHARGES' }"/>

    <xsl:variable name="all" select="$push?content?list?*"/>
    <xsl:variable name="told" select="$all[map:contains($types, ?type) and not(map:contains(., 'room'))]"/>
    <xsl:variable name="gone" select="parse-json($there)?property_charges?*[?charge_key?type = $types?* and not(?charge_key?type = $all[map:contains(., 'room')] ! $types(?type)) and not(serai:key(?charge_key) = $told ! serai:key(serai:theirs(.)))]"/>

    <xsl:template match="/" name="xsl:initial-template">
        <xsl:variable name="wanted" as="map(*)*">
            <xsl:for-each-group select="$told" group-by="serai:key(serai:theirs(.))">
                <xsl:sequence select="map {
                    'charge_key': serai:theirs(.),
                    'charge_periods': array { current-group() ! map { 'applicable': serai:days(.), 'configuration': serai:configuration(.) } } }"/>
            </xsl:for-each-group>
        </xsl:variable>
        <xsl:variable name="cleared" select="$gone ! map {
            'charge_key': ?charge_key,
            'charge_periods': array { ?charge_periods?* ! map { 'applicable': ?applicable, 'configuration': () } } }"/>
        <xsl:variable name="charges" select="($wanted, $cleared)"/>
        <xsl:sequence select="map {
            'count': if (exists($charges)) then 1 else 0,
            'calls': array { if (empty($charges)) then () else map {
                'method': 'POST',
                'path': '/charges-api/properties/' || $push?hotel || '/charges',
                'version': '1.0',
                'type': 'application/json',
                'fields': $push?changed,
                'names': array { map { 'theirs': 'property_charges', 'ours': array { 'list' } } },
                'message': map { 'property_charges': array { $charges } } } },
            'items': array {
                $all[map:contains(., 'room')] ! serai:note('of-one-room', 'a charge of one room type only is written in Booking.com''s Extranet: ' || ?type || ' of ' || ?room || ' is not told'),
                $all[not(map:contains($types, ?type))] ! serai:note('no-such-charge', 'Booking.com lists no charge ''' || ?type || ''': it is not told') } }"/>
    </xsl:template>

    <xsl:function name="serai:note" as="map(*)">
        <xsl:param name="code" as="xs:string"/>
        <xsl:param name="words" as="xs:string"/>
        <xsl:sequence select="map { 'fields': array { 'list' }, 'outcome': 'note', 'code': $code, 'words': $words }"/>
    </xsl:function>

    <xsl:function name="serai:theirs" as="map(*)">
        <xsl:param name="charge" as="map(*)"/>
        <xsl:sequence select="map {
            'type': $types($charge?type),
            'guest_origin': upper-case(($charge?guests, 'any')[1]),
            'travel_purpose': upper-case(($charge?travel, 'any')[1]) }"/>
    </xsl:function>

    <xsl:function name="serai:key" as="xs:string">
        <xsl:param name="key" as="map(*)"/>
        <xsl:sequence select="string-join(($key?type, $key?guest_origin, $key?travel_purpose), '/')"/>
    </xsl:function>

    <xsl:function name="serai:days" as="map(*)">
        <xsl:param name="charge" as="map(*)"/>
        <xsl:sequence select="map:merge((map { 'from': ($charge?from, $today)[1] }, $charge?to ! map { 'to': . }))"/>
    </xsl:function>

    <xsl:function name="serai:configuration" as="map(*)">
        <xsl:param name="charge" as="map(*)"/>
        <xsl:variable name="percent" select="$charge?mode = 'percent'"/>
        <xsl:sequence select="map:merge((
            map {
                'excluded': not($charge?included),
                'amount': map:merge((
                    map { 'mode': if ($percent) then 'PERCENTAGE' else upper-case(translate($charge?mode, '-', '_')), 'value': xs:decimal($charge?value) },
                    if ($percent) then map { 'base': array { (($charge?of?*, 'room-price'[empty($charge?of?*)]) ! $bases(.)) } } else () )) },
            ($charge?childFree[. gt 0]) ! map { 'child_ages': array { map { 'lte': xs:integer(. - 1), 'multiplier': 0 } } } ))"/>
    </xsl:function>
</xsl:stylesheet>
