package io.serai.console.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.console.Visitor;
import io.serai.testing.PaidBooking;
import io.serai.testing.RunningSerai;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may do what at the panel of a booking's payment, with script and without. */
class PaymentPanelTests {

    private static final String NUMBER = "4242424242424242";
    private static final String IN_FULL = "4242 4242 4242 4242";
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f-]{36})\"");

    private final PaidBooking paid = PaidBooking.of("sandbox", NUMBER, "100.00");
    private final String path = "/hotels/" + paid.hotel() + "/bookings/" + paid.id() + "/payments";

    @Test
    void chargesAndGivesBackWithoutScriptAndDoesWhatIsSentTwiceOnce() {
        Visitor anna = visitor("finance");
        String before = anna.get(path).body();
        String key = key(before);

        HttpResponse<String> charged = charge(anna, key, "30.00");
        HttpResponse<String> again = charge(anna, key, "30.00");

        assertThat(before).contains("the guest&#39;s card").contains("EUR 100.00").contains("4242");
        assertThat(before).doesNotContain(NUMBER).doesNotContain(IN_FULL);
        assertThat(charged.statusCode()).isEqualTo(302);
        assertThat(again.statusCode()).isEqualTo(409);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> anna.get(path).body().contains("EUR 30.00 through sandbox"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !anna.get(path).body().contains("on its way"));
        HttpResponse<String> tooMuch =
                anna.post(
                        path + "/refunds",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "way",
                                "gateway",
                                "amount",
                                "30.01"),
                        "HX-Request",
                        "true");
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body())
                .contains("at most EUR 30.00")
                .contains("payments-said-refund-gateway");
        assertThat(count("charge")).isEqualTo(1);
    }

    @Test
    void offersMoneyToWhoKeepsTheBooksAndTheCardToWhoMaySeeItAlone() {
        Visitor operator = visitor("operator");
        Visitor stranger = Visitor.signedIn(Visitor.user("finance"));
        operator.get("/login");
        stranger.get("/login");

        assertThat(operator.get(path).body())
                .contains("for who keeps the books")
                .doesNotContain("100.00")
                .doesNotContain("Charge")
                .doesNotContain("4242");
        assertThat(charge(operator, UUID.randomUUID().toString(), "1.00").statusCode())
                .isEqualTo(403);
        assertThat(operator.get(path + "/card").statusCode()).isEqualTo(403);
        assertThat(reveal(operator, "to charge the no-show").statusCode()).isEqualTo(403);
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(stranger.post(path + "/charges", Map.of()).statusCode()).isEqualTo(404);
        assertThat(visitor("finance").get(path.replace("/bookings/", "/bookings/9")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsTheCardForSecondsToWhoeverSaysWhyAndWritesThatDown() {
        Visitor anna = visitor("finance");
        anna.get(path);

        HttpResponse<String> untold = reveal(anna, "because");
        HttpResponse<String> shown = reveal(anna, "to charge the no-show");

        assertThat(untold.statusCode()).isEqualTo(422);
        assertThat(untold.body()).contains("say why").doesNotContain(IN_FULL);
        assertThat(shown.body()).contains(IN_FULL).contains("03/2030").contains("5 Dec 2029");
        assertThat(shown.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(shown.headers().firstValue("Refresh").orElseThrow()).startsWith("30;url=");
        assertThat(anna.get(path + "/card").body()).doesNotContain(IN_FULL).contains("4242");
        assertThat(
                        RunningSerai.shared()
                                .sql()
                                .sql(
                                        "select string_agg(act || ' ' || reason, ', ' order by id) from audit where subject_id = ? and act like '%card'")
                                .param(paid.id())
                                .query(String.class)
                                .single())
                .isEqualTo("ask-for-card to charge the no-show, reveal-card to charge the no-show");
    }

    @Test
    void letsAPersonSettleWhatNobodyKnows() {
        Visitor anna = visitor("finance");
        long act =
                RunningSerai.shared()
                        .sql()
                        .sql(
                                """
                                insert into payment_acts (hotel_id, reservation_id, kind, gateway, amount, currency, card_token, asked_by, state, settled_at)
                                values (?, ?, 'charge', 'sandbox', 40, 'EUR', ?, 'user:anna', 'not-known', now()) returning id
                                """)
                        .params(paid.hotel(), paid.id(), paid.card().value())
                        .query(Long.class)
                        .single();
        String end = path + "/acts/" + act + "/end";
        assertThat(anna.get(path).body()).contains("Nobody knows how it ended");

        int nameless = anna.post(end, Map.of("outcome", "done")).statusCode();
        int settled = anna.post(end, Map.of("outcome", "done", "reference", "ch_1")).statusCode();

        assertThat(nameless).isEqualTo(422);
        assertThat(settled).isEqualTo(302);
        assertThat(anna.get(path).body()).contains("It is settled.").contains("ch_1");
        assertThat(anna.post(end, Map.of("outcome", "refused")).statusCode()).isEqualTo(409);
    }

    private Visitor visitor(String role) {
        return Visitor.signedIn(Visitor.user(role, paid.hotel()));
    }

    private HttpResponse<String> charge(Visitor who, String key, String amount) {
        return who.post(path + "/charges", Map.of("key", key, "amount", amount));
    }

    private HttpResponse<String> reveal(Visitor who, String reason) {
        return who.post(path + "/card", Map.of("reason", reason));
    }

    private int count(String kind) {
        return RunningSerai.shared()
                .sql()
                .sql("select count(*) from payment_acts where reservation_id = ? and kind = ?")
                .params(paid.id(), kind)
                .query(Integer.class)
                .single();
    }

    private static String key(String page) {
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        return key.group(1);
    }
}
