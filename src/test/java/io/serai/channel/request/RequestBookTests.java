package io.serai.channel.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RequestBookTests {

    private static final Duration LEASE = Duration.ofMinutes(5);

    private static Database database;
    private static RequestBook book;

    private SampleHotel hotel;

    @BeforeAll
    static void open() {
        database = Database.fresh();
        book = new RequestBook(JdbcClient.create(database.engine()));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void anotherHotel() {
        sql("update channel_requests set settled_at = now() where settled_at is null");
        hotel = SampleHotel.another(database);
    }

    @Test
    void handsARequestToOneOnly() {
        add("deposit-read");

        List<ChannelRequest> first = book.claim(LEASE);

        assertThat(first).hasSize(1);
        assertThat(first.get(0).remoteHotel()).isNotEmpty();
        assertThat(book.claim(LEASE)).isEmpty();
    }

    @Test
    void keepsTheOrderOfWhatIsAskedOfTheSameSubject() {
        add("deposit-push");
        add("deposit-remove");
        add("products-push");

        List<String> ports = book.claim(LEASE).stream().map(ChannelRequest::port).toList();

        assertThat(ports).containsExactlyInAnyOrder("deposit-push", "products-push");
    }

    @Test
    void sendsWhatWasHeldBackBeforeWhatWasAskedLaterAndCountsNoTry() {
        add("deposit-push");
        add("deposit-remove");
        book.putOff(book.claim(LEASE).get(0), Duration.ofSeconds(30));

        assertThat(book.claim(LEASE)).isEmpty();

        sql("update channel_requests set next_try_at = now() where settled_at is null");
        List<ChannelRequest> due = book.claim(LEASE);
        assertThat(due).extracting(ChannelRequest::port).containsExactly("deposit-push");
        assertThat(due.get(0).tries()).isZero();
        book.settle(due.get(0), "done", "{}", null);
        assertThat(book.claim(LEASE))
                .extracting(ChannelRequest::port)
                .containsExactly("deposit-remove");
    }

    @Test
    void givesARequestWhoseCallerDiedToAnother() {
        add("deposit-read");
        ChannelRequest dead = book.claim(LEASE).get(0);
        sql(
                "update channel_requests set until = now() - interval '1 second' where settled_at is null");

        ChannelRequest other = book.claim(LEASE).get(0);

        assertThat(other.id()).isEqualTo(dead.id());
        assertThat(book.settle(dead, "done", "{}", null)).isFalse();
        assertThat(book.settle(other, "done", "{}", null)).isTrue();
    }

    @Test
    void countsTheTriesOfEachStepAnew() {
        add("property-push");
        book.later(book.claim(LEASE).get(0), "property-push", "waiting", "{}", null, Duration.ZERO);
        ChannelRequest again = book.claim(LEASE).get(0);

        book.later(again, "property-status", "pending", "{}", null, Duration.ZERO);

        assertThat(again.tries()).isEqualTo(1);
        assertThat(book.claim(LEASE).get(0))
                .extracting(ChannelRequest::step, ChannelRequest::tries)
                .containsExactly("property-status", 0);
    }

    @Test
    void asksNothingOfAConnectionThatIsSwitchedOff() {
        add("deposit-read");
        sql(
                "update third_party_integrations set is_enabled = false where id = "
                        + hotel.connection());

        assertThat(book.claim(LEASE)).isEmpty();
    }

    private void add(String port) {
        book.add(hotel.connection(), port, "{}", "user:anna", null);
    }

    private static void sql(String statement) {
        JdbcClient.create(database.owner()).sql(statement).update();
    }
}
