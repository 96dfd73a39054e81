package io.serai.reservation.overbooking;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.reservation.overbooking.Sale.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTests {

    private static final Instant NOON = Instant.parse("2027-07-01T12:00:00Z");
    private static final int INN = 1;
    private static final int PORTAL = 2;

    private final List<StockChange> stock = new ArrayList<>();
    private final List<Sale> sales = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();

    @Test
    void isARaceWhereTheChannelSoldBeforeItKnewThatTheLastRoomWasGone() {
        lastRoomSoldAtTheInn();
        tell(PORTAL, 11, 0, "applied");
        sold(PORTAL, 10, 12);

        var verdict = judged();

        assertThat(verdict.cause()).isEqualTo(Cause.RACE);
        assertThat(verdict.last().number()).isEqualTo("inn-1");
        assertThat(verdict.over().number()).isEqualTo("portal-2");
        assertThat(words(verdict)).contains("the window was 11.5 s long");
    }

    @Test
    void isARaceWhereACountDidNotKnowOfTheChannelsOwnLastSale() {
        stock(-60, "engine", 1, 0, 0);
        tell(INN, 1, 1, "applied");
        sold(INN, 0, 2);
        sold(INN, 3, 4);

        var verdict = judged();

        assertThat(verdict.cause()).isEqualTo(Cause.RACE);
        assertThat(words(verdict)).contains("did not know of the channel's own last sale");
    }

    @Test
    void isTheMappingWhereTheRoomOrRateHadNoMeaningHere() {
        lastRoomSoldAtTheInn();
        tell(PORTAL, 2, 0, "applied");
        sale(PORTAL, 600, 601, true);

        assertThat(judged().cause()).isEqualTo(Cause.UNMAPPED);
    }

    @Test
    void isTheMappingWhereTheLastRoomWasCountedOnlyWhenItWasMapped() {
        stock(-60, "engine", 1, 0, 0);
        stock(30, "user:anna", 1, 1, 999);
        tell(PORTAL, 0, 1, "applied");
        sold(PORTAL, 31, 32);

        var verdict = judged();

        assertThat(verdict.cause()).isEqualTo(Cause.UNMAPPED);
        assertThat(words(verdict)).contains("counted only when its room was mapped");
    }

    @Test
    void isTheRefusalWhereTheChannelRefusedToBeTold() {
        lastRoomSoldAtTheInn();
        tell(PORTAL, 2, 0, "refused");
        sold(PORTAL, 600, 601);

        var verdict = judged();

        assertThat(verdict.cause()).isEqualTo(Cause.REFUSED);
        assertThat(words(verdict)).contains("refused to be told, at 1 Jul 12:00:02 (refused: no)");
    }

    @Test
    void isTheSilenceWhereTheChannelDidNotTakeIt() {
        lastRoomSoldAtTheInn();
        tell(PORTAL, 2, 0, "later");
        sold(PORTAL, 600, 601);

        assertThat(judged().cause()).isEqualTo(Cause.NOT_TAKEN);
    }

    @Test
    void isThePauseWhereTheConnectionWasPausedWhenItSold() {
        lastRoomSoldAtTheInn();
        pauses.add(
                new Pause(
                        PORTAL, "Portal", NOON.minusSeconds(90), NOON.plusSeconds(700), "user:bo"));
        sold(PORTAL, 600, 601);

        var verdict = judged();

        assertThat(verdict.cause()).isEqualTo(Cause.PAUSED);
        assertThat(words(verdict)).contains("by user:bo and went on selling");
    }

    @Test
    void isNoPauseThatWasOverWhenItSold() {
        lastRoomSoldAtTheInn();
        pauses.add(
                new Pause(
                        PORTAL, "Portal", NOON.minusSeconds(90), NOON.minusSeconds(80), "user:bo"));
        sold(PORTAL, 1, 2);

        assertThat(judged().cause()).isEqualTo(Cause.RACE);
    }

    @Test
    void takesATimeOfWholeMinutesForAnyMomentOfThatMinute() {
        lastRoomSoldAtTheInn();
        pauses.add(new Pause(PORTAL, "Portal", NOON.plusSeconds(560), null, "user:bo"));
        sold(PORTAL, 540, 595);

        assertThat(judged().cause()).isEqualTo(Cause.PAUSED);
    }

    @Test
    void isTheEditThatTookSoldRoomsAway() {
        stock(-60, "engine", 2, 0, 0);
        sold(INN, 0, 1);
        sold(PORTAL, 2, 3);
        stock(60, "user:anna", 1, 2, 2);

        var verdict = judged();

        assertThat(verdict.cause()).isEqualTo(Cause.EDIT);
        assertThat(List.of(verdict.last().number(), verdict.over().number()))
                .containsExactly("inn-1", "portal-2");
        assertThat(words(verdict)).contains("user:anna left 1 to sell").contains("fewer than");
    }

    @Test
    void isTheEditThatTookTheLastRoomAwayBeforeTheChannelWasTold() {
        stock(-60, "engine", 2, 0, 0);
        tell(PORTAL, -50, 2, "applied");
        sold(INN, -10, -9);
        stock(0, "user:anna", 1, 1, 1);
        sold(PORTAL, 1, 2);

        var verdict = judged();

        assertThat(verdict.cause()).isEqualTo(Cause.EDIT);
        assertThat(words(verdict)).contains("the channel was not told yet");
    }

    @Test
    void isTheChannelsOwnDoingWhereItSoldThoughItHeldNone() {
        lastRoomSoldAtTheInn();
        tell(PORTAL, 2, 0, "applied");
        shown.add(new Shown(PORTAL, "Portal", NOON.plusSeconds(700), "0", "1"));
        sold(PORTAL, 600, 601);

        var verdict = judged();

        assertThat(verdict.cause()).isEqualTo(Cause.REPLENISHED);
        assertThat(words(verdict)).contains("It held that none was left").contains("it showed 1");
    }

    @Test
    void isTheChannelsOwnDoingWhereItSoldMoreThanItHeld() {
        stock(-60, "engine", 2, 0, 0);
        tell(PORTAL, -50, 1, "applied");
        sold(PORTAL, -10, -9);
        sold(INN, 0, 1);
        sold(PORTAL, 2, 3);

        assertThat(judged().cause()).isEqualTo(Cause.REPLENISHED);
    }

    @Test
    void explainsTheLatestOneAlsoWhenItIsSettled() {
        lastRoomSoldAtTheInn();
        sold(PORTAL, 1, 2);
        stock(900, "user:anna", 2, 2, 2);

        assertThat(judged().over().number()).isEqualTo("portal-2");
    }

    @Test
    void saysNothingOfANightThatWasNeverSoldTooOften() {
        lastRoomSoldAtTheInn();

        assertThat(Judge.judge(facts())).isEmpty();
    }

    @Test
    void laysAllOfItOnOneLineOfTime() {
        lastRoomSoldAtTheInn();
        tell(PORTAL, 11, 0, "applied");
        sold(PORTAL, 10, 12);

        var events = new Timeline(facts(), judged()).events();

        assertThat(events)
                .extracting(Explanation.Event::what)
                .containsExactly(
                        "stock",
                        "told",
                        "told",
                        "answered",
                        "answered",
                        "sold",
                        "taken",
                        "stock",
                        "sold",
                        "told",
                        "answered",
                        "taken",
                        "stock");
        assertThat(events.stream().filter(Explanation.Event::decisive)).hasSize(7);
    }

    /** One room, on sale at both for long, sold at the inn at noon and counted a second later. */
    private void lastRoomSoldAtTheInn() {
        stock(-300, "engine", 1, 0, 0);
        tell(INN, -290, 1, "applied");
        tell(PORTAL, -290, 1, "applied");
        sold(INN, 0, 1);
    }

    private void sold(int connection, int at, int taken) {
        sale(connection, at, taken, false);
    }

    private void sale(int connection, int at, int taken, boolean unmapped) {
        long id = sales.size() + 1;
        String name = connection == INN ? "inn" : "portal";
        sales.add(
                new Sale(
                        id,
                        name + "-" + id,
                        name,
                        connection,
                        "booked",
                        1,
                        NOON.plusSeconds(at),
                        unmapped,
                        List.of(new Revision(id, 1, "new", null, NOON.plusSeconds(taken)))));
        StockChange last = stock.get(stock.size() - 1);
        stock(taken, "engine", last.offered(), last.sold() + 1, id);
    }

    private void stock(int at, String actor, int offered, int sold, long countedUpTo) {
        stock.add(
                new StockChange(NOON.plusSeconds(at), actor, offered, 0, sold, 0, 0, countedUpTo));
    }

    private void tell(int connection, int at, int rooms, String outcome) {
        told.add(
                new Told(
                        told.size() + 1,
                        connection,
                        connection == INN ? "inn" : "portal",
                        NOON.plusSeconds(at),
                        NOON.plusSeconds(at).plusMillis(500),
                        rooms,
                        false,
                        outcome,
                        outcome.equals("applied") ? null : "no",
                        null));
    }

    private NightFacts facts() {
        return new NightFacts(
                1, "DBL", "Double", LocalDate.of(2027, 7, 10), stock, sales, told, pauses, shown);
    }

    private Verdict judged() {
        return Judge.judge(facts()).orElseThrow();
    }

    private String words(Verdict verdict) {
        return new Wording(facts(), verdict, ZoneId.of("UTC")).words();
    }
}
