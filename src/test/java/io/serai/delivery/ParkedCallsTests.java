package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.serai.channel.request.ChannelRequest;
import io.serai.channel.request.ChannelRequests;
import io.serai.delivery.inbox.InboxWish;
import io.serai.delivery.inbox.ReplayWish;
import io.serai.delivery.inbox.Replays;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** What hotels asked of channels and did not get. */
class ParkedCallsTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningSerai serai = RunningSerai.shared();
    private final SampleHotel hotel = SampleHotel.another(serai.database());
    private final Replays replays = serai.part(Replays.class);

    @Test
    void areParkedWhenGivenUpAndAskedAnewWhenSomebodyWantsIt() {
        long request = asked("deposit-push", "deposit-push", "{\"amount\": \"20.00\"}", 99, false);

        awaitParked(request, "poisoned");

        assertThat(parked(request, "reason")).contains("deposit-push given-up", "not offered now");
        assertThat(parked(request, "kind || ' ' || hotel_id || ' ' || (body_sealed is not null)"))
                .isEqualTo("call " + hotel.id() + " true");
        ReplayWish wish = replays.wish(wish(request), "user:anna");
        await().atMost(SOON)
                .until(() -> replays.find(wish.id()).map(ReplayWish::taken).orElse(0) == 1);
        assertThat(shown(request, "asked_by || ' ' || (settled_at is null)"))
                .isEqualTo("user:anna true");
    }

    @Test
    void areNotAskedAnewWhereTheChannelMayHaveDoneThemUnlessSomebodyLooked() {
        long request = cancelOnce();
        awaitParked(request, "cannot-pass");

        ReplayWish blind = replays.wish(wish(request), "user:anna");
        ReplayWish looked = replays.wish(wish(request).evenIfDone(true), "user:anna");

        assertThat(blind.messages()).isZero();
        assertThat(looked.messages()).isEqualTo(1);
        await().atMost(SOON)
                .until(() -> replays.find(looked.id()).map(ReplayWish::taken).orElse(0) == 1);
        assertThat(shown(request, "asked_by")).isEqualTo("user:anna");
    }

    @Test
    void areOvertakenWhenTheReservationSaysThatItIsDone() {
        long request = cancelOnce();
        awaitParked(request, "cannot-pass");

        serai.sql()
                .sql(
                        "update reservations set status = 'cancelled', revision = 2 where hotel_id = ?")
                .param(hotel.id())
                .update();

        await().atMost(SOON).until(() -> parked(request, "state").equals("overtaken"));
        assertThat(parked(request, "note")).isEqualTo("the channel told it by revision 2");
        assertThat(parked(request, "booking || ' ' || told")).isEqualTo("4711 cancel");
        assertThat(shown(request, "state")).isEqualTo("confirmed");
    }

    @Test
    void endAndAreParkedInOneTransaction() throws Exception {
        long request = asked("deposit-push", "deposit-push", "{}", 99, false);
        serai.sql()
                .sql("update channel_requests set until = 'infinity', fence = 70 where id = ?")
                .param(request)
                .update();
        refuseToPark(request);

        assertThatThrownBy(() -> noAnswer(request)).hasMessageContaining("full");

        assertThat(shown(request, "state || ' ' || (settled_at is null)"))
                .isEqualTo("waiting true");
        serai.sql().sql("drop trigger nothing_more on parked_messages").update();
        noAnswer(request);
        assertThat(shown(request, "state")).isEqualTo("given-up");
        assertThat(parked(request, "family")).isEqualTo("poisoned");
    }

    private void refuseToPark(long request) {
        serai.sql()
                .sql(
                        """
                        create or replace function nothing_more() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$
                        """)
                .update();
        serai.sql()
                .sql(
                        "create trigger nothing_more before insert on parked_messages for each row when (new.message_key = '"
                                + request
                                + "') execute function nothing_more()")
                .update();
    }

    private void noAnswer(long request) throws Exception {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(
                "request",
                new ChannelRequest(
                        request,
                        hotel.id(),
                        hotel.connection(),
                        hotel.account(),
                        "inn",
                        "",
                        "deposit-push",
                        "deposit-push",
                        "{}",
                        99,
                        70,
                        false,
                        Instant.EPOCH));
        exchange.getMessage().setBody("{}");
        serai.part(ChannelRequests.class).settle(exchange);
    }

    /** A cancellation that left for a channel which must not be asked twice, and has no answer. */
    private long cancelOnce() {
        for (String table : List.of("channel_accounts", "third_party_integrations")) {
            serai.sql()
                    .sql("update " + table + " set provider = 'expedia' where id = ?")
                    .param(
                            table.equals("channel_accounts")
                                    ? hotel.account()
                                    : (long) hotel.connection())
                    .update();
        }
        return asked(
                "reservation-cancel",
                "reservation-refund",
                "{\"number\": \"4711\", \"action\": \"cancel\"}",
                0,
                true);
    }

    private long asked(String port, String step, String request, int tries, boolean begun) {
        return serai.sql()
                .sql(
                        """
                        with r as (insert into reservations (hotel_id, account_id, connection_id, provider, number, status, revision)
                                   values (:hotel, :account, :connection, 'inn', '4711', 'booked', 1) returning id)
                        insert into channel_requests (hotel_id, connection_id, port, step, request, reservation_id, action, awaits, tries, begun_at)
                        select :hotel, :connection, :port, :step, :request::jsonb, id, 'cancel', 'cancelled', :tries, case when :begun then now() end
                          from r returning id
                        """)
                .param("hotel", hotel.id())
                .param("account", hotel.account())
                .param("connection", hotel.connection())
                .param("port", port)
                .param("step", step)
                .param("request", request)
                .param("tries", tries)
                .param("begun", begun)
                .query(Long.class)
                .single();
    }

    private InboxWish wish(long request) {
        return InboxWish.all(List.of((long) hotel.id()))
                .only(List.of(Long.valueOf(parked(request, "id::text"))));
    }

    private void awaitParked(long request, String family) {
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> parked(request, "family").equals(family));
    }

    private String parked(long request, String what) {
        return serai.sql()
                .sql(
                        "select "
                                + what
                                + " from parked_messages where route = 'request-again' and message_key = ? order by id limit 1")
                .param(Long.toString(request))
                .query(String.class)
                .single();
    }

    private String shown(long request, String what) {
        return serai.sql()
                .sql("select " + what + " from channel_requests where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }
}
