package io.serai.console.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TodayPageTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Lisbon"));

    private final RunningSerai serai = RunningSerai.shared();
    private final SampleHotel hotel = SampleHotel.another(serai.database());
    private final Visitor visitor = Visitor.signedIn(Visitor.user("operator", hotel.id()));

    @Test
    void isWhereTheFirstPageLeads() {
        var first = visitor.get("/");

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("Location").orElseThrow())
                .endsWith("/hotels/" + hotel.id() + "/today");
    }

    @Test
    void saysToWhoHasNoHotelWhatToDo() {
        var nobody = Visitor.signedIn(Visitor.user("operator"));

        assertThat(nobody.get("/").body()).contains("No hotel");
    }

    @Test
    void saysWhatToDoWhereThereIsNothingYet() {
        String page = visitor.get(today()).body();

        assertThat(page)
                .contains("What needs you is listed here")
                .contains("Nobody arrives today")
                .contains("Nothing was accepted in the last 24 hours");
    }

    @Test
    void showsWhoComesGoesAndStays() {
        book("A-1", TODAY, TODAY.plusDays(2), "booked");
        book("A-2", TODAY, TODAY.plusDays(2), "cancelled");
        book("D-1", TODAY.minusDays(2), TODAY, "modified");
        book("H-1", TODAY.minusDays(1), TODAY.plusDays(1), "booked");

        String page = visitor.get(today()).body();

        assertThat(part(page, "arrivals")).contains("A-1").doesNotContain("A-2");
        assertThat(part(page, "departures")).contains("D-1").doesNotContain("H-1");
        assertThat(part(page, "in-house")).contains("H-1").doesNotContain("A-1");
    }

    @Test
    void saysWhatNeedsAPersonHowMuchOfItAndWhereItIsDone() {
        book("U-1", TODAY, TODAY.plusDays(2), "booked");
        sql("update reservations set is_unmapped = true where hotel_id = ?");
        sql(
                "insert into parked_messages (hotel_id, route, kind, message_key, reason)"
                        + " values (?, 'r', 'reservation', gen_random_uuid()::text, 'why')");
        sql(
                """
                insert into refusals (hotel_id, connection_id, remote_id, nights, field, value, words, attempt_id)
                select r.hotel_id, r.connection_id, r.id, '{[2027-07-01,2027-07-02)}', 'price', '1', 'too low', 0
                  from ota_rate_plans r where r.hotel_id = ? and r.remote_rate is not null
                """);
        sql(
                """
                insert into drifts (hotel_id, connection_id, remote_id, nights, field, held, shown, confirmed_at)
                select r.hotel_id, r.connection_id, r.id, '[2027-07-01,2027-07-02)', 'rooms', '1', '2', now()
                  from ota_rate_plans r where r.hotel_id = ? and r.remote_rate is null
                """);
        sql(
                """
                insert into content_syncs (hotel_id, connection_id, kind, step, position, state, words)
                select hotel_id, id, 'step', 'licence', 1, 'refused', 'sign the agreement'
                  from third_party_integrations where hotel_id = ? limit 1
                """);

        String page = visitor.get(today()).body();

        assertThat(page).contains("message that could").doesNotContain("messages that could");
        for (String need :
                new String[] {
                    "need-unmapped[^>]*/inbox/unmapped",
                    "need-parked[^>]*/inbox",
                    "need-refused[^>]*/refused",
                    "need-content[^>]*/content/channels",
                    "need-drifted[^>]*/inventory"
                }) {
            assertThat(page).containsPattern(Pattern.compile(need));
        }
    }

    @Test
    void listsWhatChannelsRefusedInTheirWords() {
        String before = visitor.get("/hotels/" + hotel.id() + "/refused").body();
        sql(
                """
                insert into refusals (hotel_id, connection_id, remote_id, nights, field, value, words, attempt_id)
                select r.hotel_id, r.connection_id, r.id, datemultirange(daterange(current_date + 3, current_date + 5)), 'price', '1', 'too low', 0
                  from ota_rate_plans r where r.hotel_id = ? and r.remote_rate is not null limit 1
                """);

        String page = visitor.get("/hotels/" + hotel.id() + "/refused").body();

        assertThat(before).contains("Nothing is refused");
        assertThat(page).contains("too low").contains("/rates?from=" + TODAY.plusDays(3));
    }

    @Test
    void answersNothingAsLongAsNothingMovesAndThenWhatMoved() {
        String seen = settled();

        book("N-1", TODAY.plusDays(3), TODAY.plusDays(4), "booked");
        var moved = visitor.get(today() + "/now?seen=" + seen);

        assertThat(moved.body()).contains("id=\"latest\"").contains("N-1");
        assertThat(moved.body()).doesNotContain("id=\"guests\"").contains("id=\"pulse\"");
    }

    @Test
    void measuresHowSoonChannelsAcceptedWhatChanged() {
        sql(
                """
                insert into attempts (hotel_id, connection_id, fence, request, deadline, answered_at, outcome, updates, cells, changed_at)
                select hotel_id, id, 1, 'availability', now(), now() - part * interval '0.5 seconds', 'applied', 1, 1, now() - n * interval '1 second'
                  from third_party_integrations, generate_series(1, 100) n, generate_series(0, 1) part where hotel_id = ?
                """);

        String page = visitor.get(today()).body();

        assertThat(page).contains("50.0 s").contains("95.0 s").contains("99.0 s");
        assertThat(page).contains("Of 100 changes");
        assertThat(page).containsPattern("attempt-[0-9]+");
    }

    /** What the page shows once what the hotel's connection does at first is over. */
    private String settled() {
        AtomicReference<String> seen = new AtomicReference<>("");
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            seen.set(seen(visitor.get(today()).body()));
                            return visitor.get(today() + "/now?seen=" + seen.get()).statusCode()
                                    == 204;
                        });
        return seen.get();
    }

    private void book(String number, LocalDate arrival, LocalDate departure, String status) {
        serai.sql()
                .sql(
                        "insert into reservations (hotel_id, provider, number, status, arrival,"
                                + " departure) values (?, 'direct', ?, ?, ?, ?)")
                .params(hotel.id(), number + "-" + hotel.id(), status, arrival, departure)
                .update();
    }

    private void sql(String sql) {
        serai.sql().sql(sql).param(hotel.id()).update();
    }

    private String today() {
        return "/hotels/" + hotel.id() + "/today";
    }

    private static String part(String page, String slug) {
        int from = page.indexOf("aria-labelledby=\"" + slug + "-title\"");
        return page.substring(from, page.indexOf("</section>", from));
    }

    private static String seen(String page) {
        var seen = Pattern.compile("seen=([0-9a-f,]+)").matcher(page);
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }
}
