package io.serai.channel.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channels;
import io.serai.channel.NotSent;
import io.serai.channel.TestChannels;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a request whose sender, or whose answer, is lost. */
class OnceOnlyTests {

    private static final List<String> NOT_DONE = new ArrayList<>();
    private static final RequestEnds ENDS =
            new RequestEnds() {
                @Override
                public void done(ChannelRequest request) {}

                @Override
                public void notDone(ChannelRequest request, String state, String words) {
                    NOT_DONE.add(request.id() + " " + state);
                }

                @Override
                public void wantedAnew(long request, String actor, boolean begun) {}

                @Override
                public void notAnew(long request, String words) {
                    NOT_DONE.add(request + " not anew: " + words);
                }
            };

    private static Database database;
    private static DefaultCamelContext camel;
    private static ChannelRequests requests;
    private static RequestBook book;

    private SampleHotel hotel;

    @BeforeAll
    static void open() throws Exception {
        database = Database.fresh();
        camel = new DefaultCamelContext();
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        for (String port : List.of("reservation-refund", "products-push")) {
                            from("direct:expedia-" + port).id("expedia-" + port).log("asked");
                        }
                    }
                });
        camel.start();
        JdbcClient jdbc = JdbcClient.create(database.engine());
        Channels channels = TestChannels.real(Map.of());
        RequestSettings settings =
                new RequestSettings(
                        Duration.ofMinutes(5), List.of(Duration.ZERO), Duration.ofDays(1));
        book = new RequestBook(jdbc);
        AskedHotels hotels = new AskedHotels(jdbc);
        requests =
                new ChannelRequests(
                        book,
                        new RequestsAnew(
                                jdbc,
                                (request, reservation, action, wish) ->
                                        wish.path("amount").asInt() > 10 ? "above 10" : null,
                                ENDS,
                                new ObjectMapper()),
                        hotels,
                        new OwnProducts(jdbc),
                        channels,
                        camel,
                        new RequestOutcomes(
                                book, hotels, channels, ENDS, settings, Clock.systemUTC()),
                        settings,
                        new ObjectMapper());
    }

    @AfterAll
    static void close() throws Exception {
        camel.close();
        database.close();
    }

    @BeforeEach
    void anotherHotel() {
        sql("update channel_requests set settled_at = now() where settled_at is null");
        hotel = SampleHotel.another(database);
        sql("update channel_accounts set provider = 'expedia' where id = " + hotel.account());
        sql(
                "update third_party_integrations set provider = 'expedia' where id = "
                        + hotel.connection());
    }

    @Test
    void repeatsNoRefundOfASenderThatWasKilled() throws Exception {
        long refund = add("reservation-refund");
        requests.begin(claimed());
        leaseRunsOut();

        Exchange after = claimed();

        assertThat(after.getProperty("endpoint")).isNull();
        assertThat(shown(refund, "state")).isEqualTo("not-known");
        assertThat(shown(refund, "words")).contains("look there before you ask again");
        assertThat(NOT_DONE).contains(refund + " not-known");
        assertThat(requests.due()).isEmpty();
    }

    @Test
    void asksAnewForARefundOnlyWhenSomebodyWantsIt() throws Exception {
        long refund = add("reservation-refund");
        requests.begin(claimed());
        leaseRunsOut();
        claimed();

        requests.again("{\"request\": \"" + refund + "\"}", "user:anna");

        assertThat(shown(refund, "state || ' ' || asked_by")).isEqualTo("waiting user:anna");
        assertThat(claimed().getProperty("endpoint")).isNotNull();
    }

    @Test
    void asksNothingAnewThatIsAgainstTheChecksOfToday() throws Exception {
        long refund = add("reservation-refund");
        answer(claimed(), "broken");
        sql(
                """
                insert into reservations (hotel_id, provider, number, status) values (%d, 'expedia', 'R%d', 'booked')
                """
                        .formatted(hotel.id(), refund));
        sql(
                "update channel_requests set action = 'refund', request = '{\"amount\": \"11\"}', reservation_id = (select max(id) from reservations) where id = "
                        + refund);

        boolean asked = requests.again("{\"request\": \"" + refund + "\"}", "user:anna");

        assertThat(asked).isFalse();
        assertThat(shown(refund, "state || ' ' || asked_by")).isEqualTo("refused user:anna");
        assertThat(NOT_DONE).contains(refund + " not anew: above 10");
        assertThat(requests.due()).isEmpty();
    }

    @Test
    void tellsAFaultFromTheChannelsDecision() throws Exception {
        long fault = add("reservation-refund");
        answer(claimed(), "broken");
        long decided = add("reservation-refund");

        answer(claimed(), "refused");

        assertThat(NOT_DONE).contains(fault + " refused").doesNotContain(decided + " refused");
    }

    @Test
    void sendsARefundWhoseSenderWasKilledBeforeItBegan() throws Exception {
        add("reservation-refund");
        claimed();
        leaseRunsOut();

        Exchange after = claimed();

        assertThat(after.getProperty("endpoint")).isNotNull();
    }

    @Test
    void repeatsProductsOfASenderThatWasKilled() throws Exception {
        add("products-push");
        requests.begin(claimed());
        leaseRunsOut();

        Exchange after = claimed();

        assertThat(after.getProperty("endpoint")).isNotNull();
    }

    @Test
    void sendsNothingForAClaimThatOutlivedItsLease() throws Exception {
        long refund = add("reservation-refund");
        Exchange slow = claimed();
        leaseRunsOut();
        Exchange other = claimed();

        assertThatThrownBy(() -> requests.begin(slow))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("outdated");

        requests.begin(other);
        answer(slow, "later");
        leaseRunsOut();
        assertThat(claimed().getProperty("endpoint")).isNull();
        answer(other, "applied");
        assertThat(shown(refund, "state")).isEqualTo("not-known");
    }

    @Test
    void renewsTheLeaseWhenARequestLeaves() throws Exception {
        add("products-push");
        Exchange slow = claimed();
        leaseRunsOut();

        requests.begin(slow);

        assertThat(requests.due()).isEmpty();
    }

    @Test
    void repeatsNoRefundThatLeftAndHasNoAnswer() throws Exception {
        long refund = add("reservation-refund");
        Exchange asked = claimed();
        requests.begin(asked);

        answer(asked, "unknown");

        assertThat(shown(refund, "state")).isEqualTo("not-known");
    }

    @Test
    void repeatsARefundOfWhichNothingWasTaken() throws Exception {
        long refund = add("reservation-refund");
        Exchange asked = claimed();
        requests.begin(asked);

        answer(asked, "later");

        assertThat(shown(refund, "state")).isEqualTo("waiting");
        assertThat(claimed().getProperty("endpoint")).isNotNull();
    }

    @Test
    void asksAgainWhatFailedBeforeItLeft() throws Exception {
        long refund = add("reservation-refund");

        answer(claimed(), "unknown");

        assertThat(shown(refund, "state")).isEqualTo("waiting");
    }

    private long add(String port) {
        return book.add(hotel.connection(), port, "{}", "user:anna", null).orElseThrow();
    }

    private Exchange claimed() throws Exception {
        Exchange exchange = new DefaultExchange(camel);
        List<ChannelRequest> due = requests.due();
        assertThat(due).hasSize(1);
        exchange.getMessage().setBody(due.get(0));
        requests.open(exchange);
        return exchange;
    }

    private static void answer(Exchange exchange, String outcome) throws Exception {
        exchange.getMessage().setBody("{\"outcome\": \"" + outcome + "\", \"items\": []}");
        requests.settle(exchange);
    }

    private static void leaseRunsOut() {
        sql(
                "update channel_requests set until = now() - interval '1 second' where settled_at is null");
    }

    private static String shown(long request, String column) {
        return JdbcClient.create(database.owner())
                .sql("select " + column + " from channel_requests where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    private static void sql(String statement) {
        JdbcClient.create(database.owner()).sql(statement).update();
    }
}
