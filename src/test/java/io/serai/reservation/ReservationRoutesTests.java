package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The flows that time starts. */
class ReservationRoutesTests {

    private final TestHotel hotel = new TestHotel();
    private final Harbour harbour = TestSerai.bean(Harbour.class);

    @AfterEach
    void stop() throws Exception {
        var camel = TestSerai.bean(CamelContext.class);
        for (var route : new String[] {"reservations-due", "reservations-remapped"}) {
            if (camel.getRoute(route) != null) {
                camel.getRouteController().stopRoute(route);
                camel.removeRoute(route);
            }
        }
    }

    @Test
    void asksEveryQueueInTurnNeverTwiceAtOnceAndNeverTooSoon() {
        hotel.jdbc
                .sql(
                        "update channel_polls set next_at = case when account_id = ? then now() else 'infinity' end")
                .param(hotel.account)
                .update();
        harbour.put(hotel.account, "new", ReservationJson.write(booking("1").at(hotel.remote)));

        TestSerai.routes(
                "routes/common/reservation-take.camel.yaml",
                "routes/common/reservation-park.camel.yaml",
                "routes/common/message-park.camel.yaml",
                "routes/common/reservations-ask.camel.yaml",
                "src/test/resources/reservation/channels/harbour/reservations-poll.camel.yaml",
                "routes/common/reservations-due.camel.yaml");

        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                harbour.questions(hotel.account, "changed").size() == 1
                                        && hotel.one(
                                                        "select taken::text from channel_polls where account_id = ? and queue = 'new'",
                                                        hotel.account)
                                                .equals("1"));
        assertThat(hotel.status("1")).isEqualTo("booked");
        assertThat(harbour.questions(hotel.account, "new")).hasSize(1);
        hotel.jdbc
                .sql(
                        "update channel_polls set next_at = now() where account_id = ? and queue = 'new'")
                .param(hotel.account)
                .update();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> harbour.questions(hotel.account, "new").size() == 2);
        assertThat(harbour.questions(hotel.account, "changed")).hasSize(1);
    }

    @Test
    void countsAReservationAgainAsSoonAsItsMappingIsCompleted() {
        hotel.take(booking("1").rooms(room("1", "R9", "P9", 0, 2)));
        TestSerai.routes("routes/common/reservations-remapped.camel.yaml");

        var late = hotel.roomType("late", 3);
        hotel.map("R9", null, late, null);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(hotel.sold(late, 3)).containsExactly(1, 1, 0));

        var plan = hotel.one("select id::text from rate_plans where hotel_id = ?", hotel.hotel);
        var product =
                hotel.one(
                        "insert into products (hotel_id, room_type_id, rate_plan_id) values (?, ?, cast(? as integer)) returning id::text",
                        hotel.hotel,
                        late,
                        plan);
        hotel.map("R9", "P9", null, Integer.valueOf(product));
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(
                                                hotel.one(
                                                        "select is_unmapped::text from reservations where account_id = ?",
                                                        hotel.account))
                                        .isEqualTo("false"));
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void forgetsNoDeliveryBeforeItsTime() {
        assertThat(TestSerai.bean(ReservationMemory.class).purge()).isZero();
    }
}
