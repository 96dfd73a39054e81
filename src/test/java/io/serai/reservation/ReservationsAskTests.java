package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.serai.vault.SealedOriginals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReservationsAskTests {

    private static final ProducerTemplate ROUTES =
            TestSerai.routes(
                    "routes/common/reservation-take.camel.yaml",
                    "routes/common/reservation-park.camel.yaml",
                    "routes/common/message-park.camel.yaml",
                    "routes/common/reservations-ask.camel.yaml",
                    "src/test/resources/reservation/channels/harbour/reservations-poll.camel.yaml");

    private final TestHotel hotel = new TestHotel();
    private final Harbour harbour = TestSerai.bean(Harbour.class);
    private final PollClaims claims = TestSerai.bean(PollClaims.class);
    private final ReservationPolls polls = TestSerai.bean(ReservationPolls.class);

    @BeforeEach
    void onlyThisAccountIsDue() {
        hotel.jdbc
                .sql("update channel_polls set next_at = 'infinity' where account_id <> ?")
                .param(hotel.account)
                .update();
    }

    @AfterEach
    void mend() {
        harbour.cut = false;
        harbour.outcome = "applied";
    }

    @Test
    void claimsEachQueueOfAnAccountThatHasAConnection() {
        hotel.jdbc
                .sql("delete from channel_polls where account_id = ?")
                .param(hotel.account)
                .update();

        var due = polls.due();

        assertThat(due).extracting(PollClaim::queue).containsExactlyInAnyOrder("new", "changed");
        assertThat(due)
                .extracting(PollClaim::endpoint)
                .containsOnly("direct:harbour-reservations-poll?block=false");
        assertThat(polls.due()).isEmpty();
        due.forEach(claim -> polls.failed(claim, new IllegalStateException()));
    }

    @Test
    void asksNobodyForAnAccountThatIsBrokenOrWithoutConnection() {
        hotel.jdbc
                .sql("update channel_accounts set state = 'broken' where id = ?")
                .param(hotel.account)
                .update();

        assertThat(polls.due()).isEmpty();
    }

    @Test
    void asksForAPausedConnection() {
        hotel.jdbc
                .sql("update third_party_integrations set is_enabled = false where id = ?")
                .param(hotel.connection)
                .update();

        assertThat(ask()).isEqualTo(2);
    }

    @Test
    void takesAnAnswerAndMarksWhatTheChannelKnowsWeHave() {
        harbour.put(hotel.account, "new", json(booking("1")), json(booking("2")));

        ask();

        await().untilAsserted(() -> assertThat(poll("new")).isEqualTo("2 0 free"));
        assertThat(hotel.sold(2)).containsExactly(2, 2);
        assertThat(
                        hotel.one(
                                "select count(*)::text from reservation_revisions where account_id = ? and acknowledged_at is not null",
                                hotel.account))
                .isEqualTo("2");
    }

    @Test
    void asksAQueueAgainNoSoonerThanItsChannelAllows() {
        ask();

        await().untilAsserted(() -> assertThat(poll("new")).isEqualTo("0 0 free"));
        assertThat(secondsToNext("new")).isBetween(15.0, 20.0);
        assertThat(polls.due()).isEmpty();
        polls.soon(hotel.account, "harbour");
        assertThat(polls.due()).isEmpty();
    }

    @Test
    void forgetsTheSealedOriginalWhenAllOfAnAnswerIsCommitted() {
        var originals = TestSerai.bean(SealedOriginals.class);
        var whole =
                originals.put(
                        hotel.account,
                        "reservations-poll",
                        "whole".getBytes(StandardCharsets.UTF_8));
        var part =
                originals.put(
                        hotel.account,
                        "reservations-poll",
                        "part".getBytes(StandardCharsets.UTF_8));

        work("new", whole, json(booking("1")));
        work("changed", part, json(booking("2")), "{}");

        assertThat(
                        hotel.one(
                                "select string_agg(id::text, ',') from sealed_originals where account_id = ?",
                                hotel.account))
                .isEqualTo(String.valueOf(part));
        assertThat(
                        hotel.one(
                                "select words from channel_polls where account_id = ? and queue = 'changed'",
                                hotel.account))
                .isEqualTo("1 not taken; they come again");
    }

    @Test
    void knowsAllOfATimeThoughOneIsParkedAndOtherwiseAsksForItOnlySoLong() {
        work("changed", 0, json(booking("1")), "{}");
        assertThat(known()).isEqualTo("true");

        hotel.jdbc
                .sql(
                        "update channel_polls set known_at = now() - interval '30 days' where account_id = ?")
                .param(hotel.account)
                .update();
        harbour.outcome = "refused";
        work("changed", 0);

        assertThat(known()).isEqualTo("false");
        assertThat(
                        hotel.one(
                                "select (known_at = asked_at - interval '7 days')::text from channel_polls where account_id = ? and queue = 'changed'",
                                hotel.account))
                .isEqualTo("true");
    }

    private String known() {
        return hotel.one(
                "select (known_at = asked_at)::text from channel_polls where account_id = ? and queue = 'changed'",
                hotel.account);
    }

    @Test
    void waitsLongerWithEveryFailureAndSaysWhy() {
        harbour.cut = true;
        ask();
        await().untilAsserted(() -> assertThat(poll("new")).isEqualTo("0 1 free"));
        assertThat(secondsToNext("new")).isBetween(15.0, 24.0);

        harbour.cut = false;
        harbour.outcome = "later";
        ask();

        await().untilAsserted(() -> assertThat(poll("new")).isEqualTo("0 2 free"));
        assertThat(secondsToNext("new")).isBetween(31.0, 48.0);
        assertThat(
                        hotel.one(
                                "select words from channel_polls where account_id = ? and queue = 'new'",
                                hotel.account))
                .isEqualTo("later: busy");
    }

    @Test
    void asksForFewAtOnceAfterTwoFailuresUntilFewerCome() {
        nobodyAsked();
        harbour.cut = true;
        ask();
        await().untilAsserted(() -> assertThat(poll("new")).isEqualTo("0 1 free"));
        ask();
        await().untilAsserted(() -> assertThat(poll("new")).isEqualTo("0 2 free"));
        harbour.cut = false;
        harbour.put(hotel.account, "new", json(booking("1")), json(booking("2")));

        ask();
        await().untilAsserted(() -> assertThat(poll("new")).isEqualTo("2 2 free"));
        harbour.put(hotel.account, "new", json(booking("3")));
        ask();
        await().untilAsserted(() -> assertThat(poll("new")).isEqualTo("3 0 free"));
        ask();

        await().until(() -> harbour.questions(hotel.account, "new").size() == 5);
        assertThat(harbour.questions(hotel.account, "new"))
                .extracting(Harbour.Question::most)
                .containsExactly(null, null, 2, 2, null);
    }

    @Test
    void takesAQueueOverWhenItsInstanceWasKilled() {
        nobodyAsked();
        var killed = claims.take(2, Duration.ofMillis(300));
        assertThat(claims.take(2, Duration.ofSeconds(30))).isEmpty();

        var killedToo = takenOver(Duration.ofMillis(300));
        var taken = takenOver(Duration.ofSeconds(30));

        assertThat(killedToo).as("all that wait").isNull();
        assertThat(taken).as("few at once, in case the answer kills").isEqualTo(2);
        claims.finish(killed.get(0), Duration.ofSeconds(20), 1, null, false, true);
        assertThat(poll(killed.get(0).queue())).isEqualTo("0 2 claimed");
    }

    @Test
    void asksSoonWhereThatStandsWhichALostAnswerMayHaveHandedOver() {
        hotel.jdbc
                .sql(
                        "update channel_accounts set configuration = configuration || '{\"hands-over\": true}' where id = ?")
                .param(hotel.account)
                .update();
        nobodyAsked();
        claims.take(3, Duration.ofSeconds(30))
                .forEach(
                        claim ->
                                claims.finish(claim, Duration.ofMinutes(10), 0, null, false, true));

        polls.failed(due("new"), new java.io.IOException("cut"));

        assertThat(
                        hotel.one(
                                "select extract(epoch from next_at - asked_at)::int::text from channel_polls where queue = 'handed' and account_id = ?",
                                hotel.account))
                .isEqualTo("60");
        assertThat(
                        hotel.one(
                                "select (next_at = 'infinity')::text from channel_polls where queue = 'changed' and account_id = ?",
                                hotel.account))
                .isEqualTo("true");
    }

    @Test
    void hastensAQueueThatWaitsTooLongAndKeepsThePaceOfItsChannel() {
        ask();
        await().untilAsserted(() -> assertThat(poll("new")).isEqualTo("0 0 free"));
        await().untilAsserted(() -> assertThat(poll("changed")).isEqualTo("0 0 free"));
        hotel.jdbc
                .sql(
                        """
                        update channel_polls set next_at = now() + interval '1 hour',
                               asked_at = now() - case queue when 'new' then interval '5 seconds' else interval '1 hour' end
                         where account_id = ?
                        """)
                .param(hotel.account)
                .update();

        TestSerai.bean(ReservationsAsked.class)
                .begin(new DefaultExchange(TestSerai.bean(CamelContext.class)));

        assertThat(secondsToNext("new")).isBetween(10.0, 15.0);
        assertThat(secondsToNext("changed")).isLessThanOrEqualTo(0);
    }

    private void nobodyAsked() {
        hotel.jdbc
                .sql("update channel_polls set owner = null where account_id = ?")
                .param(hotel.account)
                .update();
    }

    /** How many new ones whoever takes both queues over asks for; null: all. */
    private Integer takenOver(Duration lease) {
        var taken = new ArrayList<PollClaim>();
        await().until(() -> taken.addAll(claims.take(2, lease)) && taken.size() == 2);
        return taken.stream()
                .filter(claim -> claim.queue().equals("new"))
                .findFirst()
                .orElseThrow()
                .most();
    }

    @Test
    void knowsAReservationConfirmedThatIsNotListedAfterOurWordHadLeft() {
        work("new", 0);
        work("new", 0, json(booking("1")), json(booking("2")));
        forgetThatItIsConfirmed("1");

        work("new", 0);

        assertThat(confirmed("1")).isEqualTo("no longer listed");
        assertThat(confirmed("2")).isEqualTo("said");
    }

    @Test
    void saysNothingOfWhatIsNotListedWhereMoreMayWaitOrOurWordLeftLater() {
        work("new", 0);
        work("new", 0, json(booking("1")));
        forgetThatItIsConfirmed("1");
        hotel.jdbc
                .sql("update channel_polls set failures = 2 where account_id = ?")
                .param(hotel.account)
                .update();
        work("new", 0);
        assertThat(confirmed("1")).as("only some were asked for").isEqualTo("not");
        work("changed", 0);
        assertThat(confirmed("1")).as("another queue").isEqualTo("not");
        work("new", 0, "{}");
        assertThat(confirmed("1")).as("one was not taken").isEqualTo("not");

        hotel.jdbc
                .sql(
                        "update reservation_revisions set confirm_sent_at = now() + interval '1 hour' where account_id = ?")
                .param(hotel.account)
                .update();
        work("new", 0);
        assertThat(confirmed("1")).as("our word left after the question").isEqualTo("not");
        hotel.jdbc
                .sql(
                        "update reservation_revisions set confirm_sent_at = now() - interval '1 hour', expires_at = now() - interval '1 minute' where account_id = ?")
                .param(hotel.account)
                .update();
        work("new", 0);

        assertThat(confirmed("1")).as("the channel has given up").isEqualTo("not");
    }

    @Test
    void asksOnceForAllThatChangedSinceAnOutageAndThenForTheQueueAgain() {
        work("changed", 0);
        silentFor("changed", "20 minutes");
        harbour.outcome = "unknown";
        work("changed", 0);
        harbour.outcome = "applied";
        work("changed", 0, json(booking("1")));
        work("changed", 0);

        assertThat(harbour.questions(hotel.account, "changed"))
                .extracting(question -> question.since() == null ? "all" : "since")
                .containsExactly("all", "since", "since", "all");
        assertThat(
                        hotel.one(
                                "select source from reservation_revisions where account_id = ?",
                                hotel.account))
                .isEqualTo("since");
    }

    @Test
    void asksForWhatChangedNoFurtherWhereTheChannelDoesNotWantIt() {
        work("changed", 0);
        silentFor("changed", "20 minutes");
        harbour.outcome = "refused";
        work("changed", 0);
        harbour.outcome = "applied";
        work("changed", 0);

        assertThat(harbour.questions(hotel.account, "changed"))
                .extracting(question -> question.since() == null ? "all" : "since")
                .containsExactly("all", "since", "all");
    }

    @Test
    void asksForSingleReservationsInTurnWithTheQueue() {
        work("new", 0);
        var reads = TestSerai.bean(ReservationReads.class);
        reads.want(hotel.account, List.of("new"), List.of("1", "2"), "missed");
        assertThat(reads.want(hotel.account, List.of("new"), List.of("2"), "missed")).isZero();

        work("new", 0, json(booking("1")));
        work("new", 0);
        work("new", 0);
        work("new", 0);

        assertThat(harbour.questions(hotel.account, "new"))
                .extracting(Harbour.Question::number)
                .containsExactly(null, "1", null, "2", null);
        assertThat(
                        hotel.one(
                                "select string_agg(number || ' ' || found, ',' order by number) from reservation_reads where account_id = ?",
                                hotel.account))
                .isEqualTo("1 true,2 false");
        assertThat(
                        hotel.one(
                                "select source from reservation_revisions where account_id = ? and number = '1'",
                                hotel.account))
                .isEqualTo("missed");
    }

    @Test
    void asksForTheOthersTooWhenOneReservationCanNeverBeTakenIn() {
        work("new", 0);
        TestSerai.bean(ReservationReads.class)
                .want(hotel.account, List.of("new"), List.of("1", "2"), "missed");

        work("new", 0, "{}");
        harbour.queues.remove(hotel.account + "new");
        work("new", 0);
        work("new", 0);

        assertThat(harbour.questions(hotel.account, "new"))
                .extracting(Harbour.Question::number)
                .containsExactly(null, "1", null, "2");
        assertThat(
                        hotel.one(
                                "select string_agg(number || ' ' || found || ' ' || waits, ',' order by number) from reservation_reads where account_id = ?",
                                hotel.account))
                .isEqualTo("1 true true,2 false false");
    }

    @Test
    void asksForTheOthersTooWhenTheQuestionForOneFails() {
        work("new", 0);
        TestSerai.bean(ReservationReads.class)
                .want(hotel.account, List.of("new"), List.of("1", "2"), "missed");

        for (var asked = 1; asked <= 4; asked++) {
            harbour.outcome = asked % 2 == 1 ? "unknown" : "applied";
            work("new", 0);
            noFailures();
        }

        assertThat(harbour.questions(hotel.account, "new"))
                .extracting(Harbour.Question::number)
                .containsExactly(null, "1", null, "2", null);
    }

    private void noFailures() {
        hotel.jdbc
                .sql("update channel_polls set failures = 0, owner = null where account_id = ?")
                .param(hotel.account)
                .update();
    }

    @Test
    void asksAgainForAllThatChangedSinceAnOutageUntilAllOfItIsHere() {
        work("changed", 0);
        silentFor("changed", "20 minutes");
        var claim = due("changed");

        polls.finish(claim, "{\"outcome\":\"applied\"}", 1, 1, 0, null, null);
        var again = due("changed");
        assertThat(again.since()).isEqualTo(claim.since());
        polls.finish(again, "{\"outcome\":\"applied\"}", 1, 1, 1, null, null);

        assertThat(due("changed").since()).isNull();
    }

    @Test
    void renewsAClaimWhileWhatItBroughtIsTakenInAndLetsNobodyTakeItOverUntilThen() {
        var claim = due("new");
        var fence = TestSerai.bean(PollFence.class);
        var transaction = new TransactionTemplate(TestSerai.bean(PlatformTransactionManager.class));

        var meanwhile =
                transaction.execute(
                        status -> {
                            fence.hold(new Delivery.Polled(claim));
                            return elsewhere(
                                    () -> {
                                        claims.renew(claim, Duration.ZERO);
                                        return claims.take(2, Duration.ofSeconds(30));
                                    });
                        });

        assertThat(meanwhile).isEmpty();
        assertThat(claims.take(2, Duration.ofSeconds(30)))
                .extracting(PollClaim::fence)
                .containsExactly(claim.fence() + 1);
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> fence.hold(new Delivery.Polled(claim))))
                .isInstanceOf(PollLost.class);
    }

    @Test
    void waitsForWhoeverClaimsTheQueueAndThenTakesNothingIn() {
        var claim = due("new");
        var fence = TestSerai.bean(PollFence.class);
        var transaction = new TransactionTemplate(TestSerai.bean(PlatformTransactionManager.class));
        claims.renew(claim, Duration.ZERO);

        var held =
                transaction.execute(
                        status -> {
                            claims.take(2, Duration.ofSeconds(30));
                            return CompletableFuture.runAsync(
                                    () ->
                                            transaction.executeWithoutResult(
                                                    other ->
                                                            fence.hold(
                                                                    new Delivery.Polled(claim))));
                        });

        assertThatThrownBy(held::join).hasCauseInstanceOf(PollLost.class);
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).orTimeout(20, TimeUnit.SECONDS).join();
    }

    private PollClaim due(String queue) {
        hotel.jdbc
                .sql(
                        "update channel_polls set next_at = case when queue = ? then now() else 'infinity' end, until = '-infinity' where account_id = ?")
                .params(queue, hotel.account)
                .update();
        return polls.due().get(0);
    }

    private void silentFor(String queue, String time) {
        hotel.jdbc
                .sql(
                        "update channel_polls set answered_at = now() - cast(? as interval) where account_id = ? and queue = ?")
                .params(time, hotel.account, queue)
                .update();
    }

    private void forgetThatItIsConfirmed(String number) {
        hotel.jdbc
                .sql(
                        "update reservation_revisions set acknowledged_at = null where account_id = ? and number = ?")
                .params(hotel.account, number)
                .update();
    }

    private String confirmed(String number) {
        return hotel.one(
                "select case when acknowledged_at is null then 'not' else coalesce(acknowledged_by, 'said') end from reservation_revisions where account_id = ? and number = ?",
                hotel.account,
                number);
    }

    /** Claims what is due now and hands it to the route, as reservations-due does. */
    private int ask() {
        hotel.jdbc
                .sql(
                        "update channel_polls set next_at = now(), until = '-infinity', owner = null where account_id = ?")
                .param(hotel.account)
                .update();
        var due = polls.due();
        due.forEach(
                claim ->
                        ROUTES.sendBody(
                                "seda:reservations-ask?waitForTaskToComplete=Never", claim));
        return due.size();
    }

    private void work(String queue, long original, String... answer) {
        harbour.put(hotel.account, queue, answer);
        hotel.jdbc
                .sql(
                        "update channel_polls set next_at = case when queue = ? then now() else 'infinity' end, until = '-infinity' where account_id = ?")
                .params(queue, hotel.account)
                .update();
        ROUTES.sendBodyAndHeader(
                "seda:reservations-ask?waitForTaskToComplete=Always",
                polls.due().get(0),
                "Serai-Original",
                original);
    }

    private String json(Message message) {
        return ReservationJson.write(message.at(hotel.remote));
    }

    private String poll(String queue) {
        return hotel.one(
                "select taken || ' ' || failures || ' ' || case when until > now() then 'claimed' else 'free' end from channel_polls where account_id = ? and queue = ?",
                hotel.account,
                queue);
    }

    private double secondsToNext(String queue) {
        return Double.parseDouble(
                hotel.one(
                        "select extract(epoch from next_at - now())::text from channel_polls where account_id = ? and queue = ?",
                        hotel.account,
                        queue));
    }
}
