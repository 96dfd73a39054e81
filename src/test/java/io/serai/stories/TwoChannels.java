package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.SandboxClient;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The hotel of a story that also sells at the second stand-in, and what each of them has. */
final class TwoChannels {

    private final Story story;
    private final SandboxClient other;
    private final int otherHotel;
    private final int otherConnection;

    private TwoChannels(int rooms) {
        story = Story.begin(rooms);
        other = new SandboxClient(story.serai().standInUrl("expedia"));
        otherHotel = 600_000 + story.hotel();
        other.put("/sandbox/accounts/two-" + otherHotel, "{\"secret\": \"open sesame\"}");
        other.put(
                "/sandbox/hotels/" + otherHotel,
                """
                {"name": "Casa do Mar", "currency": "EUR", "accounts": ["two-%1$d"], "timeZone": "Europe/Lisbon",
                 "pricing": "PerDayPricing", "collects": ["expedia"],
                 "rooms": [{"id": "%1$d1", "name": "Garden Double", "maxPersons": 2, "rates": [
                   {"id": "%1$d11", "name": "Standard", "leastRate": 20, "mostRate": 2000}]}]}"""
                        .formatted(otherHotel));
        otherConnection =
                story.sql()
                        .sql(
                                """
                                insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
                                select 'Expedia', 'ota', 'expedia', jsonb_build_object('api_key', ?::text, 'api_secret', 'open sesame'),
                                       jsonb_build_object('test_mode', true, 'hotel', code, 'property_id', ?::text), true, 'active'
                                  from hotels where id = ?
                                returning id
                                """)
                        .params("two-" + otherHotel, Integer.toString(otherHotel), story.hotel())
                        .query(Integer.class)
                        .single();
        quiet();
    }

    /** A hotel with so many rooms of one room type, told to both. */
    static TwoChannels open(int rooms) {
        return new TwoChannels(rooms);
    }

    Story story() {
        return story;
    }

    int otherConnection() {
        return otherConnection;
    }

    void sql(String statement, Object... params) {
        story.sql().sql(statement).params(params).update();
    }

    /** Waits until both hold so many rooms of a night. */
    void awaitLeft(LocalDate night, int here, int there) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(
                                                List.of(
                                                        left(
                                                                story.sandbox(),
                                                                story.remoteHotel(),
                                                                night),
                                                        left(other, otherHotel, night)))
                                        .containsExactly(here, there));
        quiet();
    }

    private static int left(SandboxClient standIn, long hotel, LocalDate night) {
        return standIn.get("/sandbox/hotels/%d/grid?from=%s&to=%s".formatted(hotel, night, night))
                .body()
                .at("/rooms/0/nights/0/left")
                .asInt(-1);
    }

    /** Waits until both are open and nothing is left to tell. */
    void quiet() {
        story.quiet();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                story.sql()
                                        .sql(
                                                """
                                                select exists (select from third_party_integrations where id = :id and state = 'open')
                                                   and not exists (select from marks where connection_id = :id)
                                                   and exists (select from attempts where connection_id = :id)
                                                   and not exists (select from claims where connection_id = :id and owner is not null)
                                                """)
                                        .param("id", otherConnection)
                                        .query(Boolean.class)
                                        .single());
    }

    /** The latest attempt of both. */
    long moment() {
        return story.sql().sql("select max(id) from attempts").query(Long.class).single();
    }

    /** What was sent to a connection since, a text a range: its nights and values. */
    List<String> sentSince(long moment, int connection) {
        return story.sql()
                .sql(
                        "select nights || ' ' || sent::text from attempt_ranges where connection_id = ? and attempt_id > ? order by attempt_id")
                .params(connection, moment)
                .query(String.class)
                .list();
    }
}
