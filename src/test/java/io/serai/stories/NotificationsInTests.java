package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotificationsInTests {

    private static final LocalDate DAY = LocalDate.now().plusDays(40);

    private ExpediaDesk desk = new ExpediaDesk(true);

    @AfterEach
    void noFault() {
        desk.noFault();
    }

    @Test
    void takesInWhatANotificationNamesAndConfirmsItWithItsToken() {
        long booking = desk.book(DAY, DAY.plusDays(2), ", \"card\": true, \"collect\": \"hotel\"");

        confirmed(booking, 1);

        assertThat(desk.status(booking)).isEqualTo("booked");
        var stored =
                desk.sql()
                        .sql(
                                "select r.total, r.brand, n.remote_rate, (select count(*) from ota_payments p where p.reservation_id = r.id) as cards from reservations r"
                                        + " join reservation_nights n on n.reservation_id = r.id where r.number = ? limit 1")
                        .param(Long.toString(booking))
                        .query()
                        .singleRow();
        assertThat(stored)
                .containsEntry("remote_rate", desk.plan + "A")
                .containsEntry("brand", "Expedia");
        assertThat((Long) stored.get("cards")).isEqualTo(1);
    }

    @Test
    void followsABookingThroughChangesAndItsCancellation() {
        long booking = desk.book(DAY, DAY.plusDays(2), "");
        confirmed(booking, 1);

        desk.change(booking, DAY.plusDays(1), DAY.plusDays(3));
        confirmed(booking, 2);
        desk.cancel(booking);
        confirmed(booking, 3);

        assertThat(desk.status(booking)).isEqualTo("cancelled");
        assertThat(desk.revisions(booking)).isEqualTo(3);
    }

    @Test
    void changesNothingWhenAnOldNotificationComesLateAndTwice() {
        long booking = desk.book(DAY, DAY.plusDays(2), "");
        confirmed(booking, 1);
        desk.cancel(booking);
        confirmed(booking, 2);
        String old =
                desk.sql()
                        .sql(
                                """
                                select json_build_object('event_name', event_type, 'notification_id', notification_id, 'payload', json_build_object(
                                       'property_id', hotel_id::text, 'reservation_id', booking_id::text, 'confirmation_token', token, 'action_type', action))::text
                                  from sandbox.expedia_notification where booking_id = ? and action = 'BOOKED'
                                """)
                        .param(booking)
                        .query(String.class)
                        .single();

        Exchange late = notified(old);
        Exchange again = notified(old);

        assertThat(late.getException()).isNull();
        assertThat(again.getMessage().getHeader("Serai-Receipt")).isEqualTo("REPEATED");
        assertThat(desk.status(booking)).isEqualTo("cancelled");
        assertThat(desk.revisions(booking)).isEqualTo(2);
    }

    @Test
    void confirmsLaterWhatExpediaDidNotHearAndTakesItInOnce() {
        desk.fault(
                "[{\"path\": \"/supply/lodging/graphql\", \"kind\": \"error\", \"status\": 503, \"times\": 2, \"containing\": \"confirmReservationNotification\"}]");

        long booking = desk.book(DAY, DAY.plusDays(1), "");

        confirmed(booking, 1);
        assertThat(desk.revisions(booking)).isEqualTo(1);
    }

    @Test
    void confirmsLaterWhatExpediaRefusedForAReasonThatNobodyListed() {
        desk.fault(
                "[{\"path\": \"/supply/lodging/graphql\", \"kind\": \"error\", \"status\": 200, \"code\": \"INTERNAL_SERVER_ERROR\", \"times\": 2, \"containing\": \"confirmReservationNotification\"}]");

        long booking = desk.book(DAY, DAY.plusDays(1), "");

        confirmed(booking, 1);
    }

    @Test
    void confirmsWithoutTheCardThatItMayNotReadAndAsksForItAgain() {
        desk.fault(
                "[{\"path\": \"/supply/payments/graphql\", \"kind\": \"error\", \"status\": 401, \"times\": 1000}]");

        long booking = desk.book(DAY, DAY.plusDays(1), ", \"card\": true, \"collect\": \"hotel\"");
        confirmed(booking, 1);
        long another = desk.book(DAY, DAY.plusDays(1), ", \"card\": true, \"collect\": \"hotel\"");
        confirmed(another, 1);

        assertThat(cards(booking)).isZero();
        desk.noFault();
        await().atMost(Duration.ofSeconds(90)).until(() -> cards(booking) + cards(another) == 2);
    }

    @Test
    void triesAgainAfterARateLimit() {
        desk.fault(
                "[{\"path\": \"/supply/lodging/graphql\", \"kind\": \"error\", \"status\": 200, \"code\": \"RATE_LIMIT_EXCEEDED\", \"times\": 1, \"containing\": \"Reservations(\"}]");

        long booking = desk.book(DAY, DAY.plusDays(1), "");

        confirmed(booking, 1);
    }

    @Test
    void renewsATokenThatEndsBeforeItsTime() {
        confirmed(desk.book(DAY, DAY.plusDays(1), ""), 1);
        desk.sql()
                .sql("update sandbox.expedia_token set expires_at = now() where account = ?")
                .param(desk.login)
                .update();

        confirmed(desk.book(DAY, DAY.plusDays(1), ""), 1);
    }

    @Test
    void worksOffWhatNeverArrived() {
        desk = new ExpediaDesk(true);
        desk.sql()
                .sql(
                        "update sandbox.expedia_callback set url = 'http://127.0.0.1:1/' where account = ?")
                .param(desk.login)
                .update();
        long booking = desk.book(DAY, DAY.plusDays(1), "");
        await().until(() -> told(booking) == 1);
        desk.sql()
                .sql(
                        "update sandbox.expedia_transaction set expires_at = now() where booking_id = ?")
                .param(booking)
                .update();
        await().atMost(Duration.ofSeconds(90)).until(() -> undelivered(booking));

        Exchange polled = poll("undelivered-poll", "undelivered");

        assertThat(polled.getMessage().getHeader("Serai-Taken")).isEqualTo(1);
        assertThat(desk.status(booking)).isEqualTo("booked");
        assertThat(desk.states(booking)).containsExactly("confirmed");
    }

    @Test
    void worksOffEveryPageOfWhatNeverArrived() {
        desk = new ExpediaDesk(true);
        desk.sql()
                .sql(
                        "update sandbox.expedia_callback set url = 'http://127.0.0.1:1/' where account = ?")
                .param(desk.login)
                .update();
        var bookings = new ArrayList<Long>();
        for (int number = 0; number < 53; number++) {
            bookings.add(desk.book(DAY, DAY.plusDays(1), ""));
        }
        await().untilAsserted(() -> assertThat(bookings).allMatch(booking -> told(booking) == 1));
        desk.sql()
                .sql(
                        "update sandbox.expedia_transaction set expires_at = now() where booking_id in (:bookings)")
                .param("bookings", bookings)
                .update();
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(bookings).allMatch(this::undelivered));

        Exchange polled = poll("undelivered-poll", "undelivered");
        Exchange again = poll("undelivered-poll", "undelivered");

        assertThat(polled.getMessage().getHeader("Serai-Taken")).isEqualTo(53);
        assertThat(again.getMessage().getBody(String.class)).contains("applied");
        assertThat(desk.status(bookings.get(52))).isEqualTo("booked");
    }

    @Test
    void takesInWhatWasUpdatedThoughNobodyTold() {
        desk = new ExpediaDesk(false);
        long kept = desk.book(DAY, DAY.plusDays(1), "");
        long gone = desk.book(DAY, DAY.plusDays(1), "");
        for (int more = 0; more < 25; more++) {
            desk.book(DAY, DAY.plusDays(1), "");
        }
        desk.cancel(gone);

        Exchange first = poll("changed-poll", "changed");
        Exchange again = poll("changed-poll", "changed");

        assertThat(first.getMessage().getHeader("Serai-Taken")).isEqualTo(27);
        assertThat(again.getMessage().getBody(String.class)).contains("applied");
        assertThat(desk.status(kept)).isEqualTo("booked");
        assertThat(desk.status(gone)).isEqualTo("cancelled");
        assertThat(desk.revisions(kept)).isEqualTo(1);
    }

    private long cards(long booking) {
        return desk.sql()
                .sql(
                        "select count(p.card_token) from ota_payments p join reservations r on r.id = p.reservation_id where r.account_id = ? and r.number = ?")
                .params(desk.account, Long.toString(booking))
                .query(Long.class)
                .single();
    }

    private boolean undelivered(long booking) {
        return desk.sql()
                .sql(
                        "select exists (select from sandbox.expedia_notification where booking_id = ? and state = 'undelivered')")
                .param(booking)
                .query(Boolean.class)
                .single();
    }

    private int told(long booking) {
        return desk.sql()
                .sql("select count(*) from sandbox.expedia_notification where booking_id = ?")
                .param(booking)
                .query(Integer.class)
                .single();
    }

    private Exchange notified(String notification) {
        return desk.serai
                .part(ProducerTemplate.class)
                .request(
                        "direct:expedia-graph-notification",
                        exchange -> {
                            exchange.getMessage().setHeader("Serai-Account", desk.account);
                            exchange.getMessage().setBody(notification);
                        });
    }

    private Exchange poll(String port, String queue) {
        return desk.serai
                .part(ProducerTemplate.class)
                .request(
                        "direct:expedia-" + port,
                        exchange ->
                                exchange.getMessage()
                                        .setHeaders(
                                                Map.of(
                                                        "Serai-Account",
                                                        desk.account,
                                                        "Serai-Queue",
                                                        queue)));
    }

    private void confirmed(long booking, int acts) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () ->
                                assertThat(desk.states(booking))
                                        .hasSize(acts)
                                        .containsOnly("confirmed"));
    }
}
