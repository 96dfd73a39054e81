package io.serai.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.reservation.hook.HookSecrets;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Receivers that stand in the settings. */
class SetReceiversTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @AfterEach
    void forget() {
        take(List.of(), Map.of(), null);
    }

    @Test
    void areThereFromTheStartOnAndGoneOnceTheyStandThereNoMore() {
        SampleHotel hotel = SampleHotel.another(SERAI.database());
        String code =
                SERAI.sql()
                        .sql("select code from hotels where id = ?")
                        .param(hotel.id())
                        .query(String.class)
                        .single();

        take(
                List.of("all@set.example"),
                Map.of(code, List.of("one@set.example"), "no-such", List.of("none@set.example")),
                "https://pager.example/set");
        take(
                List.of("all@set.example"),
                Map.of(code, List.of("one@set.example")),
                "https://pager.example/set");

        assertThat(set())
                .containsExactlyInAnyOrder(
                        "all@set.example all",
                        "one@set.example " + hotel.id(),
                        "https://pager.example/set all");
        take(List.of("all@set.example"), Map.of(), null);
        assertThat(set()).containsExactly("all@set.example all");
    }

    @Test
    void areToldAgainAfterAStartWhereTheirServerSaidThatTheyAreGone() {
        take(List.of(), Map.of(), "https://pager.example/gone");
        SERAI.sql()
                .sql(
                        "update alert_receivers set is_enabled = false, disabled_reason = 'the receiver answered 410' where is_set")
                .update();

        take(List.of(), Map.of(), "https://pager.example/gone");

        assertThat(
                        SERAI.sql()
                                .sql(
                                        "select is_enabled and disabled_reason is null from alert_receivers where is_set")
                                .query(Boolean.class)
                                .list())
                .containsExactly(true);
    }

    private static void take(List<String> to, Map<String, List<String>> hotels, String url) {
        new SetReceivers(
                        SERAI.sql(),
                        new AlertMailSettings(
                                null,
                                587,
                                null,
                                null,
                                "starttls",
                                "a@b.example",
                                to,
                                hotels,
                                Duration.ofSeconds(1)),
                        new AlertHookSettings(url, url == null ? null : SECRET),
                        SERAI.part(HookSecrets.class))
                .take();
    }

    private static List<String> set() {
        return SERAI.sql()
                .sql(
                        "select address || ' ' || coalesce(hotel_id::text, 'all') from alert_receivers where is_set")
                .query(String.class)
                .list();
    }
}
