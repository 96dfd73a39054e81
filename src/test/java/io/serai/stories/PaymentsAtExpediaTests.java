package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient;
import io.serai.api.ApiClient.Reply;
import io.serai.channel.request.ChannelRequest;
import io.serai.delivery.ParkedCalls;
import io.serai.delivery.inbox.InboxWish;
import io.serai.delivery.inbox.Replays;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentsAtExpediaTests {

    private final ExpediaDesk desk = new ExpediaDesk(true);
    private final ApiClient api = user("finance");
    private final ApiClient operator = user("operator");

    @Test
    void readsTheVirtualCardAndHasExpediaGiveBackNoMoreThanTheGuestPaid() {
        LocalDate today = ExpediaDesk.today();
        long booking =
                taken(
                        desk.book(
                                today,
                                today.plusDays(2),
                                ", \"card\": true, \"collect\": \"expedia\""));
        api.post(path(booking, "reads"), "{}");

        JsonNode payment = read(booking).path("payment");
        String total = payment.path("payout").asText();
        Reply above = refund(booking, total.replaceFirst("^[0-9]+", "99999"));
        Reply kept = refund(booking, "10.00");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> one(booking).at("/payment/acts/0/state").asText().equals("done"));
        String left = way(booking, "channel").path("most").asText();
        String door = "/api/reservations/" + booking + "/actions/refund";
        String whole =
                "{\"reason\": \"service\", \"amount\": \"%s\", \"currency\": \"EUR\"}"
                        .formatted(total);
        Reply otherDoor = api.post(door, whole);
        Reply without = operator.post(door, whole);

        assertThat(payment.at("/cards/0/status").asText()).isEqualTo("funded");
        assertThat(payment.at("/cards/0/balance").asText()).isEqualTo(total);
        assertThat(payment.at("/cards/0/charged").asText()).isEqualTo("0.00");
        assertThat(above.status()).isEqualTo(400);
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(202);
        assertThat(kept.body().path("way").asText()).isEqualTo("channel");
        assertThat(new BigDecimal(left))
                .isEqualByComparingTo(new BigDecimal(total).subtract(BigDecimal.TEN));
        assertThat(way(booking, "channel").path("reasons").toString()).contains("service");
        assertThat(otherDoor.status()).isEqualTo(400);
        assertThat(otherDoor.body().path("detail").asText()).contains("at most");
        assertThat(without.status()).isEqualTo(403);
    }

    @Test
    void asksForNoRefundAnewThatIsMoreByNowThanTheGuestPaid() {
        LocalDate today = ExpediaDesk.today();
        long booking =
                taken(
                        desk.book(
                                today,
                                today.plusDays(1),
                                ", \"card\": true, \"collect\": \"expedia\""));
        api.post(path(booking, "reads"), "{}");
        String total = read(booking).at("/payment/payout").asText();
        long failed = givenUp(booking);
        refund(booking, new BigDecimal(total).subtract(BigDecimal.TEN).toPlainString());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> one(booking).at("/payment/acts/0/state").asText().equals("done"));

        long message = parked(failed);
        desk.serai
                .part(Replays.class)
                .wish(InboxWish.all(List.of((long) desk.hotel)).only(List.of(message)), "user:eve");

        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> word("reason", message),
                        reason -> reason.startsWith("not asked anew"));
        assertThat(word("reason", message)).contains("'20.00' (expected: at most 10.00 EUR)");
        assertThat(word("state", message)).isEqualTo("parked");
        assertThat(api.get("/api/requests/" + failed).body().path("state").asText())
                .isEqualTo("given-up");
    }

    /** A refund of 20 that the channel was not able to do, in the inbox. */
    private long givenUp(long booking) {
        long id = Long.parseLong(refund(booking, "10.00").body().at("/ids/0").asText());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> one(booking).at("/payment/acts/0/state").asText().equals("done"));
        desk.sql()
                .sql(
                        """
                        update channel_requests set state = 'given-up', step = port, confirmed_at = null,
                               request = jsonb_set(request, '{amount}', '"20.00"') where id = ?
                        """)
                .param(id)
                .update();
        ChannelRequest ended =
                desk.sql()
                        .sql(
                                """
                                select q.id, q.hotel_id as hotel, q.connection_id as connection, c.account_id as account, c.provider, '' as remote_hotel,
                                       q.port, q.step, q.request::text as request, q.tries, q.fence, false as begun, q.asked_at
                                  from channel_requests q join third_party_integrations c on c.id = q.connection_id where q.id = ?
                                """)
                        .param(id)
                        .query(ChannelRequest.class)
                        .single();
        desk.serai.part(ParkedCalls.class).notDone(ended, "given-up", "busy");
        return id;
    }

    private long parked(long request) {
        return desk.sql()
                .sql("select id from parked_messages where route = ? and message_key = ?")
                .params(ParkedCalls.ROUTE, Long.toString(request))
                .query(Long.class)
                .single();
    }

    private String word(String column, long message) {
        return desk.sql()
                .sql("select " + column + " from parked_messages where id = ?")
                .param(message)
                .query(String.class)
                .single();
    }

    private Reply refund(long booking, String amount) {
        return api.once(
                path(booking, "refunds"),
                UUID.randomUUID().toString(),
                "{\"amount\": \"%s\", \"currency\": \"EUR\", \"reason\": \"service\"}"
                        .formatted(amount));
    }

    private long taken(long number) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                desk.sql()
                                        .sql(
                                                "select id from reservations where account_id = ? and number = ?")
                                        .params(desk.account, Long.toString(number))
                                        .query(Long.class)
                                        .optional()
                                        .orElse(0L),
                        id -> id > 0);
    }

    private JsonNode read(long booking) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> one(booking), shown -> shown.path("payment").hasNonNull("readAt"));
    }

    private JsonNode one(long booking) {
        return api.get(path(booking, "")).body();
    }

    private JsonNode way(long booking, String way) {
        for (JsonNode each : one(booking).path("refund")) {
            if (each.path("way").asText().equals(way)) {
                return each;
            }
        }
        throw new AssertionError("no way " + way);
    }

    private static String path(long booking, String what) {
        return "/api/ota-payment/bookings/" + booking + (what.isEmpty() ? "" : "/" + what);
    }

    private ApiClient user(String role) {
        String login = role + "-" + desk.login;
        return ApiClient.user(desk.serai, login, role, desk.hotel);
    }
}
