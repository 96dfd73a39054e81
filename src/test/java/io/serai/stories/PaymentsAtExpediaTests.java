package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient;
import io.serai.api.ApiClient.Reply;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentsAtExpediaTests {

    private final ExpediaDesk desk = new ExpediaDesk(true);
    private final ApiClient api = user();

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
        Reply otherDoor =
                api.post(
                        "/api/reservations/" + booking + "/actions/refund",
                        "{\"reason\": \"service\", \"amount\": \"%s\", \"currency\": \"EUR\"}"
                                .formatted(total));

        assertThat(payment.at("/cards/0/status").asText()).isEqualTo("funded");
        assertThat(payment.at("/cards/0/balance").asText()).isEqualTo(total);
        assertThat(payment.at("/cards/0/charged").asText()).isEqualTo("0.00");
        assertThat(above.status()).isEqualTo(400);
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(202);
        assertThat(kept.body().path("way").asText()).isEqualTo("channel");
        assertThat(new java.math.BigDecimal(left))
                .isEqualByComparingTo(
                        new java.math.BigDecimal(total).subtract(java.math.BigDecimal.TEN));
        assertThat(way(booking, "channel").path("reasons").toString()).contains("service");
        assertThat(otherDoor.status()).isEqualTo(400);
        assertThat(otherDoor.body().path("detail").asText()).contains("at most");
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

    private ApiClient user() {
        String login = "finance-" + desk.login;
        desk.sql()
                .sql(
                        "insert into users (login, password_hash, role) values (?, '{noop}stub', 'operator')")
                .param(login)
                .update();
        desk.sql()
                .sql("insert into user_hotels select id, ? from users where login = ?")
                .params(desk.hotel, login)
                .update();
        return new ApiClient(desk.serai.url(), login);
    }
}
