package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.stories.ExpediaDesk;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel's bookings through the same calls as the hotel's own. */
class ChannelBookingsApiTests {

    private final ExpediaDesk desk = new ExpediaDesk(true);
    private final ApiClient api = new ApiClient(desk.serai.url(), "at-" + desk.login);

    @BeforeEach
    void signIn() {
        desk.sql()
                .sql(
                        """
                        with u as (insert into users (login, password_hash, role) values (?, '{noop}stub', 'operator') returning id)
                        insert into user_hotels select id, ? from u
                        """)
                .params("at-" + desk.login, desk.hotel)
                .update();
    }

    @Test
    void cancelsAtTheChannelWhatIsTheChannels() {
        LocalDate arrival = LocalDate.now().plusDays(40);
        String path = taken(arrival, arrival.plusDays(2), "");

        Reply kept = cancel(path, "guest");
        JsonNode request = done(kept);

        assertThat(request.path("state").asText()).isEqualTo("done");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get(path).body().path("status").asText().equals("cancelled"));
        assertThat(cancel(path, "guest").status()).isEqualTo(202);
        assertThat(cancel(path, "guest").body()).isEqualTo(kept.body());
        assertThat(cancel(path, "circumstance").status()).isEqualTo(422);
    }

    @Test
    void tellsTheChannelHowTheStayWasAndLeavesTheRestToTheGuest() {
        LocalDate arrival = ExpediaDesk.today().minusDays(3);
        String path = taken(arrival, arrival.plusDays(2), ", \"collect\": \"hotel\"");

        Reply booker = api.patch(path, "{\"booker\": {\"surname\": \"King\"}}");
        Reply unpriced = api.patch(path, "{\"departure\": \"" + arrival.plusDays(4) + "\"}");
        Reply kept = shorten(path, arrival.plusDays(1));
        JsonNode shorter = done(kept);

        assertThat(booker.status()).isEqualTo(422);
        assertThat(booker.body().path("detail").asText())
                .startsWith("booker: only the guest changes it, at expedia");
        assertThat(unpriced.status()).isEqualTo(422);
        assertThat(unpriced.body().path("field").asText()).isEqualTo("prices");
        assertThat(shorter.path("state").asText()).isEqualTo("done");
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                api.get(path)
                                        .body()
                                        .path("departure")
                                        .asText()
                                        .equals(arrival.plusDays(1).toString()));
        assertThat(shorten(path, arrival.plusDays(1)).body()).isEqualTo(kept.body());
    }

    /** As a client that does not know whether it was heard. */
    private Reply cancel(String path, String reason) {
        return api.post(
                path + "/cancel",
                BodyPublishers.ofString("{\"reason\": \"" + reason + "\"}"),
                "application/json",
                "Idempotency-Key",
                "cancel-" + desk.login,
                "If-Match",
                "\"1\"");
    }

    private Reply shorten(String path, LocalDate departure) {
        return api.patch(
                path,
                "{\"departure\": \"%s\", \"prices\": [\"77.00\"]}".formatted(departure),
                "Idempotency-Key",
                "shorten-" + desk.login,
                "If-Match",
                "\"1\"");
    }

    private String taken(LocalDate arrival, LocalDate departure, String more) {
        long booking = desk.book(arrival, departure, more);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> desk.states(booking).contains("confirmed"));
        return "/api/booking-engine/hotels/"
                + desk.hotel
                + "/bookings/"
                + desk.sql()
                        .sql("select id from reservations where number = ?")
                        .param(Long.toString(booking))
                        .query(Long.class)
                        .single();
    }

    private JsonNode done(Reply kept) {
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(202);
        String id = kept.body().path("id").asText();
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> api.get("/api/requests/" + id).body(),
                        shown -> shown.hasNonNull("settledAt"));
    }
}
