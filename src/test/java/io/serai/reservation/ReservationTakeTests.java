package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.delivery.Parking;
import io.serai.testing.Kill;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class ReservationTakeTests {

    private static final ProducerTemplate ROUTES =
            TestSerai.routes(
                    "routes/common/reservation-take.camel.yaml",
                    "routes/common/reservation-park.camel.yaml",
                    "routes/common/message-park.camel.yaml",
                    "routes/common/reservation-left.camel.yaml",
                    "routes/common/message-replay.camel.yaml");

    private final TestHotel hotel = new TestHotel();

    @Test
    void saysWhatBecameOfAReservationWhenItIsCommitted() {
        assertThat(receipt(send(booking("1")))).isEqualTo("OPENED");

        assertThat(receipt(send(booking("1").changed().nights(0, 3)))).isEqualTo("REVISED");
        assertThat(hotel.sold(4)).containsExactly(1, 1, 1, 0);
    }

    @Test
    void letsARepetitionBeConfirmedWithoutTakingItAgain() {
        send(booking("1"));
        hotel.jdbc
                .sql("update channel_polls set fence = 2 where account_id = ?")
                .param(hotel.account)
                .update();

        var again = send(booking("1").reference("another"));

        assertThat(receipt(again)).isEqualTo("REPEATED");
    }

    @Test
    void takesABookingThatIsChangedBack() {
        send(booking("1"));
        send(booking("1").changed().nights(0, 3));

        var receipt = receipt(send(booking("1").changed()));

        assertThat(receipt).isEqualTo("REVISED");
        assertThat(hotel.sold(3)).containsExactly(1, 1, 0);
    }

    @Test
    void leavesWhatALostPollBringsToTheNextOne() {
        hotel.jdbc
                .sql("update channel_polls set fence = 2 where account_id = ?")
                .param(hotel.account)
                .update();

        var lost = send(booking("1"));

        assertThat(lost.getException()).isNull();
        assertThat(receipt(lost)).isNull();
        assertThat(parked()).isEqualTo("0");
    }

    @Test
    void leavesToTheNextPollWhatWasMissedAndIsBroughtByALostOne() {
        hotel.jdbc
                .sql("update channel_polls set fence = 2 where account_id = ?")
                .param(hotel.account)
                .update();

        var lost =
                ROUTES.request(
                        "direct:reservation-take",
                        exchange -> {
                            exchange.getMessage().setBody(json(booking("1")));
                            exchange.getMessage().setHeader("Serai-Account", hotel.account);
                            exchange.setProperty(ReservationPolls.CLAIM, hotel.claim("new"));
                            exchange.setProperty(ReservationTaking.SOURCE, "missed");
                        });

        assertThat(receipt(lost)).isNull();
        assertThat(hotel.revisions("1")).isZero();
    }

    @Test
    void hasNoReceiptWithoutItsRevisionWhereverItIsKilled() {
        for (var step = 1; step <= 60; step++) {
            var booking = booking("K" + step).nights(step % 20, 1);
            var sent = new AtomicReference<Exchange>();

            Kill.beforeStep(step, () -> sent.set(send(booking)));

            assertThat(receipt(sent.get()) == null)
                    .as("killed at step %s", step)
                    .isEqualTo(sent.get().getVariable("revision") == null);
        }
    }

    @Test
    void parksWhatCannotBeTranslatedAndTakesItOnceItsMappingIsMended() throws Exception {
        var mended = new AtomicBoolean();
        var told = "<reservation of='Lovelace' %s/>".formatted(hotel.remote);
        TestSerai.bean(CamelContext.class).addRoutes(new Translator(mended, json(booking("1"))));

        translate(told);
        translate(told);

        assertThat(
                        hotel.one(
                                "select tries || ' ' || route || ' ' || kind || ' ' || reason from parked_messages where account_id = ?",
                                hotel.account))
                .isEqualTo(
                        "2 translate reservation UnreadableReservation: IllegalStateException: no number: …");
        mended.set(true);
        var id =
                hotel.jdbc
                        .sql("select id from parked_messages where account_id = ?")
                        .param(hotel.account)
                        .query(Long.class)
                        .single();
        assertThat(ROUTES.requestBody("direct:message-replay", id, Boolean.class)).isTrue();
        assertThat(hotel.status("1")).isEqualTo("booked");
        TestSerai.bean(CamelContext.class).getRouteController().stopRoute("translate");
        TestSerai.bean(CamelContext.class).removeRoute("translate");
    }

    /** A channel's translation: wrong until it is mended. */
    private static final class Translator extends RouteBuilder {

        private final AtomicBoolean mended;
        private final String right;

        Translator(AtomicBoolean mended, String right) {
            this.mended = mended;
            this.right = right;
        }

        @Override
        public void configure() {
            from("direct:translate")
                    .routeId("translate")
                    .setVariable("told", body())
                    .setVariable("translator", constant("translate"))
                    .doTry()
                    .process(
                            exchange -> {
                                if (!mended.get()) {
                                    throw new IllegalStateException("no number: 'Lovelace'");
                                }
                                exchange.getMessage().setBody(right);
                            })
                    .to("direct:reservation-take")
                    .doCatch(Exception.class)
                    .to("direct:reservation-left");
        }
    }

    @Test
    void parksAMessageItCannotReadOnceHoweverOftenItComes() {
        var wrong = json(booking("1")).replace("\"night\":\"", "\"night\":\"x");

        assertThat(receipt(send(wrong))).isNull();
        send(wrong.replace("R-1", "R-2"));

        assertThat(
                        hotel.one(
                                "select tries || ' ' || kind || ' ' || reason from parked_messages where account_id = ?",
                                hotel.account))
                .startsWith("2 reservation UnreadableReservation: /rooms/0/nights/0/night")
                .doesNotContain("Lovelace");
        assertThat(
                        hotel.one(
                                "select encode(body_sealed, 'escape') from parked_messages where account_id = ?",
                                hotel.account))
                .doesNotContain("Lovelace");
        assertThat(
                        hotel.one(
                                "select count(*)::text from reservations where account_id = ?",
                                hotel.account))
                .isEqualTo("0");
    }

    @Test
    void parksWhatFailsForAReasonOfOursAndTakesItWhenItIsReplayed() {
        hotel.jdbc
                .sql("update third_party_integrations set hotel_id = hotel_id where id = ?")
                .param(hotel.connection)
                .update();
        breakTaking();
        assertThat(receipt(send(booking("1")))).isNull();
        assertThat(
                        hotel.one(
                                "select hotel_id || ' ' || tries from parked_messages where account_id = ?",
                                hotel.account))
                .isEqualTo(hotel.hotel + " 1");

        assertThat(replay()).isFalse();
        mendTaking();
        assertThat(replay()).isTrue();

        assertThat(hotel.sold(3)).containsExactly(1, 1, 0);
        assertThat(
                        hotel.one(
                                "select state || ' ' || settled_by || ' ' || tries || coalesce(body_sealed::text, ' empty') from parked_messages where account_id = ?",
                                hotel.account))
                .isEqualTo("replayed user:anna 2 empty");
    }

    @Test
    void letsNoReplayUndoWhatCameSince() {
        breakTaking();
        send(booking("1"));
        mendTaking();
        send(booking("1").changed().nights(0, 3));

        assertThat(replay()).isTrue();

        assertThat(hotel.sold(3)).containsExactly(1, 1, 1);
    }

    @Test
    void setsAMessageAsideForGood() {
        breakTaking();
        send(booking("1"));

        TestSerai.bean(Parking.class).discard(parkedId(), "user:anna", "a test");

        assertThat(
                        hotel.one(
                                "select state from parked_messages where account_id = ?",
                                hotel.account))
                .isEqualTo("discarded");
        mendTaking();
    }

    /** A stock that cannot move: the check constraint of this hotel's rooms refuses it. */
    private void breakTaking() {
        hotel.jdbc
                .sql("update room_nights set sold = 32767 where room_type_id = ?")
                .param(hotel.room)
                .update();
    }

    private void mendTaking() {
        hotel.jdbc
                .sql("update room_nights set sold = 0 where room_type_id = ?")
                .param(hotel.room)
                .update();
    }

    private boolean replay() {
        return ROUTES.requestBodyAndHeader(
                "direct:message-replay", parkedId(), "Serai-Actor", "user:anna", Boolean.class);
    }

    private long parkedId() {
        return Long.parseLong(
                hotel.one(
                        "select id::text from parked_messages where account_id = ? and state = 'parked'",
                        hotel.account));
    }

    private String parked() {
        return hotel.one(
                "select count(*)::text from parked_messages where account_id = ?", hotel.account);
    }

    private Exchange send(Message message) {
        return send(json(message));
    }

    private Exchange send(String json) {
        return ROUTES.request(
                "direct:reservation-take",
                exchange -> {
                    exchange.getMessage().setBody(json);
                    exchange.getMessage()
                            .setHeaders(
                                    new java.util.HashMap<>(
                                            Map.of("Serai-Account", hotel.account)));
                    exchange.setVariable("number", "1");
                    exchange.setProperty(ReservationPolls.CLAIM, hotel.claim("new"));
                });
    }

    private void translate(String told) {
        ROUTES.sendBodyAndHeader("direct:translate", told, "Serai-Account", hotel.account);
    }

    private String json(Message message) {
        return ReservationJson.write(message.at(hotel.remote));
    }

    private static String receipt(Exchange exchange) {
        return exchange.getMessage().getHeader("Serai-Receipt", String.class);
    }
}
