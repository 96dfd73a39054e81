package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class ExpediaGraphTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();
    private static final String GRAPHQL = ", \"delivery\": \"graphql\"";

    private final ExpediaHotel hotel = new ExpediaHotel(CHANNEL, GRAPHQL, "");
    private final GraphClient partner = new GraphClient(hotel);

    @Test
    void exchangesIdAndSecretForATokenThatEveryFaceDemands() {
        assertThat(partner.exchange("wrong secret").statusCode()).isEqualTo(401);
        assertThat(StandIn.json(partner.exchange("open sesame").body()).path("expires_in").asInt())
                .isEqualTo(1800);

        var refused =
                partner.send(
                        "/supply/lodging/graphql",
                        "another",
                        "{ notificationEventTypes { name } }",
                        "{}");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
    }

    @Test
    void refusesAFieldThatTheChannelDoesNotHave() {
        var answer = partner.ask("{ property(id: \"1\") { roomCount } }", "{}");

        assertThat(answer.has("data")).isFalse();
        assertThat(answer.at("/errors/0/message").asText()).contains("roomCount");
    }

    @Test
    void showsABookingWithoutTheMarksOfHotelCollectInItsIds() {
        var id = book(20, 22, ", \"collect\": \"hotel\", \"card\": true");

        var node =
                partner.reservations(
                                hotel.id,
                                "businessModel source checkInDate checkOutDate rateIds { id idSource } unitIds { id } status"
                                        + " payment { instrument { type token { value } } } lastUpdatedDateTime"
                                        + " amounts { nightlyPayments { dailyAmounts { type date amount { amount currencyCode } } } }"
                                        + " supplierAmount { rateType ... on ExpediaSupplierAmount { total { amountAfterTax } rates { fromDate rateItems { amount } } } }"
                                        + " reconciliationEligibility { validScenarios }",
                                "{\"ids\": [\"" + id + "\"]}")
                        .at("/edges/0/node");

        assertThat(node.path("businessModel").asText()).isEqualTo("HOTEL_COLLECT");
        assertThat(node.path("source").asText()).isEqualTo("Expedia");
        assertThat(node.at("/rateIds/1/id").asText()).isEqualTo(hotel.plan(1));
        assertThat(node.at("/amounts/nightlyPayments/dailyAmounts/0/amount/amount").asText())
                .isEqualTo("100.00");
        assertThat(node.at("/payment/instrument/type").asText()).isEqualTo("GUEST_CREDIT_CARD");
        var card =
                partner.ask(
                        "/supply/payments/graphql",
                        "query($t: String!) { paymentInstrument(token: $t) { ... on BankIssuedCard { number type customer { fullName } } } }",
                        "{\"t\": \"" + node.at("/payment/instrument/token/value").asText() + "\"}");
        assertThat(card.at("/data/paymentInstrument/number").asText())
                .isEqualTo("4111111111111111");
    }

    @Test
    void pagesInTheOrderOfBookingAndFiltersByTheLastUpdate() {
        var first = book(1, 2, "");
        var second = book(3, 4, "");
        var before = OffsetDateTime.now(ZoneOffset.UTC);
        hotel.cancel(first);

        var changed =
                partner.reservations(
                        hotel.id,
                        "status",
                        "{\"lastUpdatedDateTime\": {\"from\": \"%s\", \"to\": \"%s\"}}"
                                .formatted(before, before.plusHours(1)));
        var page =
                partner.data(
                        "{ property(id: \"%d\") { reservations(pageSize: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }"
                                .formatted(hotel.id),
                        "{}");
        var next =
                partner.data(
                        "query($a: String) { property(id: \"%d\") { reservations(pageSize: 1, after: $a) { edges { node { id } } } } }"
                                .formatted(hotel.id),
                        "{\"a\": \""
                                + page.at("/property/reservations/pageInfo/endCursor").asText()
                                + "\"}");

        assertThat(changed.path("edges")).hasSize(1);
        assertThat(changed.at("/edges/0/node/status").asText()).isEqualTo("CANCELLED");
        assertThat(page.at("/property/reservations/totalCount").asInt()).isEqualTo(2);
        assertThat(page.at("/property/reservations/pageInfo/hasNextPage").asBoolean()).isTrue();
        assertThat(next.at("/property/reservations/edges/0/node/id").asText())
                .isEqualTo(Long.toString(second));
    }

    @Test
    void cancelsOnceForTheHotelUntilTheEveningOfTheCheckInDate() {
        var id = book(10, 12, "");

        var done =
                partner.mutate(
                        "cancelReservation", input(id, "\"reason\": \"GUEST_REQUESTED_CANCEL\""));
        var again =
                partner.mutate(
                        "cancelReservation", input(id, "\"reason\": \"GUEST_REQUESTED_CANCEL\""));

        assertThat(done.at("/data/cancelReservation/reservation/status").asText())
                .isEqualTo("CANCELLED");
        assertThat(again.at("/errors/0/extensions/code").asText())
                .isEqualTo("RESERVATION_NOT_ELIGIBLE");
        assertThat(again.at("/errors/0/message").asText()).contains("cancelled");
    }

    @Test
    void reconcilesAStayOfHotelCollectFromItsSecondMorningAndRefundsOnlyWhatExpediaCollected() {
        var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
        var stays = past(today.minusDays(2), today.plusDays(1), "hotel");
        var change =
                """
                "checkInDate": "%s", "checkOutDate": "%s", "reason": "GUEST_REQUESTED_CHANGE",
                "supplierAmount": {"currencyCode": "EUR", "rates": [%s, %s]}"""
                        .formatted(
                                today.minusDays(2),
                                today,
                                rate(today.minusDays(2), "80.00"),
                                rate(today.minusDays(1), "%s"));

        var tooDear =
                partner.mutate(
                        "changeReservationReconciliation",
                        input(stays, change.formatted("301.00")));
        var changed =
                partner.mutate(
                        "changeReservationReconciliation",
                        input(stays, change.formatted("300.00")));
        var refunded =
                partner.mutate(
                        "refundReservation",
                        input(
                                stays,
                                "\"reason\": \"SERVICE_ISSUE\", \"refund\": {\"amount\": \"5.00\", \"currencyCode\": \"EUR\"}"));

        assertThat(tooDear.at("/errors/0/message").asText()).contains("301");
        assertThat(
                        changed.at(
                                        "/data/changeReservationReconciliation/reservation/reconciliationType")
                                .asText())
                .isEqualTo("MODIFY");
        assertThat(refunded.at("/errors/0/message").asText()).contains("Expedia Collect");
    }

    @Test
    void makesTestBookingsOnOrder() {
        var made =
                partner.ask(
                        "/supply/lodging-sandbox/graphql",
                        "mutation($input: CreateReservationInput!) { createReservation(input: $input) { clientMutationId reservation { id status } } }",
                        "{\"input\": {\"propertyId\": \"%d\", \"clientMutationId\": \"m1\", \"sendNotification\": true}}"
                                .formatted(hotel.id));

        assertThat(made.at("/data/createReservation/reservation/status").asText())
                .isEqualTo("BOOKED");
        assertThat(made.at("/data/createReservation/clientMutationId").asText()).isEqualTo("m1");
    }

    private long book(int from, int to, String more) {
        return hotel.book(hotel.wish(hotel.plan(1), from, to, ", \"force\": true" + more));
    }

    private long past(LocalDate arrival, LocalDate departure, String collect) {
        return hotel.book(
                """
                {"arrival": "%s", "departure": "%s", "force": true, "collect": "%s",
                 "rooms": [{"room": "%s", "rate": "%s", "adults": 2}]}"""
                        .formatted(arrival, departure, collect, hotel.room, hotel.plan(1)));
    }

    private String input(long reservation, String more) {
        return "{\"propertyId\": \"%d\", \"reservationId\": \"%d\", %s}"
                .formatted(hotel.id, reservation, more);
    }

    private static String rate(LocalDate day, String amount) {
        return "{\"fromDate\": \"%s\", \"toDate\": \"%s\", \"rateTimeUnit\": \"PER_DAY\", \"rateItems\": [{\"feeType\": \"RECONCILED_AMOUNT\", \"amount\": %s}]}"
                .formatted(day, day.plus(1, ChronoUnit.DAYS), amount);
    }
}
