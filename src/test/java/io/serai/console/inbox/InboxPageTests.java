package io.serai.console.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.delivery.Parking;
import io.serai.delivery.ParkingSlip;
import io.serai.delivery.ParkingSlip.Kind;
import io.serai.testing.RunningSerai;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxPageTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final String key = "sha256:" + UUID.randomUUID();
    private Visitor visitor;
    private int hotel;
    private long id;

    @BeforeEach
    void park() {
        hotel =
                SERAI.sql()
                        .sql(
                                "insert into hotels (code, name, time_zone, currency) values ('page-' || (select count(*) from hotels), 'Inn', 'UTC', 'EUR') returning id")
                        .query(Integer.class)
                        .single();
        SERAI.part(Parking.class)
                .park(
                        new ParkingSlip(
                                "reservation-take", Kind.RESERVATION, key, null, null, "{}"),
                        new IllegalArgumentException("plan: 'gone' (expected: P1)"));
        id =
                SERAI.sql()
                        .sql(
                                "update parked_messages set hotel_id = ? where message_key = ? and state = 'parked' returning id")
                        .params(hotel, key)
                        .query(Long.class)
                        .single();
        visitor = Visitor.signedIn(Visitor.user("operator", hotel));
    }

    @Test
    void showsWhyEachMessageWaitsAndSetsItAsideWithAReason() {
        String page = visitor.get("/inbox?reason=gone").body();

        assertThat(page)
                .contains(
                        "plan: &#39;gone&#39;",
                        "A booking may be missing here",
                        "needs you",
                        "message-" + id)
                .doesNotContain("IllegalArgumentException");
        visitor.post("/inbox/" + id + "/discard?reason=gone", Map.of("why", "sold out"));

        assertThat(visitor.get("/inbox").body()).doesNotContain("message-" + id);
        assertThat(visitor.get("/inbox?state=discarded").body()).contains("sold out");
    }

    @Test
    void sendsWhatIsTickedAgain() {
        visitor.get("/inbox");

        visitor.post("/inbox/replay", Map.of("id", Long.toString(id)));

        assertThat(isWanted()).isTrue();
    }

    @Test
    void sendsWhatMayBeDoneAlreadyOnlyWithItsOwnTick() {
        SERAI.sql()
                .sql("update parked_messages set may_be_done = true where id = ?")
                .param(id)
                .update();
        assertThat(visitor.get("/inbox").body()).contains("may be done already");

        visitor.post("/inbox/replay", Map.of("id", Long.toString(id)));
        boolean blind = isWanted();
        visitor.post("/inbox/replay", Map.of("id", Long.toString(id), "evenIfDone", "true"));

        assertThat(blind).isFalse();
        assertThat(isWanted()).isTrue();
    }

    @Test
    void offersToSendAgainOnlyWhatWaits() {
        assertThat(visitor.get("/inbox").body()).contains("Send all of this filter again");
        assertThat(visitor.get("/inbox?state=discarded").body())
                .doesNotContain("Send all of this filter again");

        visitor.post("/inbox/replay?state=discarded", Map.of("all", "true"));
        assertThat(isWanted()).isFalse();
        visitor.post("/inbox/replay?reason=gone", Map.of("all", "true"));

        assertThat(isWanted()).isTrue();
    }

    @Test
    void saysOfOneMessageWhatToDoAndShowsItsBodyToEngineersOnly() {
        Visitor engineer = Visitor.signedIn(Visitor.user("engineer", hotel));

        String operators = visitor.get("/inbox/" + id + "?body=true").body();
        String engineers = engineer.get("/inbox/" + id + "?body=true").body();

        assertThat(operators)
                .contains("Expected was P1", "Reason, for engineers", "IllegalArgumentException")
                .doesNotContain("Its body");
        assertThat(engineers).contains("Its body", "<pre class=\"difference\"");
    }

    @Test
    void narrowsTheListByHotelAndDay() {
        String all = visitor.get("/inbox?hotel=" + hotel + "&since=2020-01-01").body();
        String later = visitor.get("/inbox?since=2099-01-01").body();
        String elsewhere = visitor.get("/inbox?hotel=1&channel=nobody").body();

        assertThat(all).contains("message-" + id);
        assertThat(later).doesNotContain("message-" + id).contains("Nothing waits here");
        assertThat(elsewhere).doesNotContain("message-" + id);
    }

    @Test
    void narrowsTheListByAHotelsNameAndSendsNothingAgainWhereNobodyKnowsWhichIsMeant() {
        String named = visitor.get("/inbox?hotel=inn").body();
        String nobody = visitor.get("/inbox?hotel=Ritz").body();
        visitor.post("/inbox/replay?hotel=Ritz", Map.of("all", "true"));
        boolean sent = isWanted();

        assertThat(named).contains("message-" + id, "value=\"Inn (" + hotel + ")\"");
        assertThat(nobody)
                .contains("None of your hotels is called &#39;Ritz&#39;.")
                .doesNotContain("message-" + id, "Nothing waits here");
        assertThat(sent).isFalse();
    }

    private boolean isWanted() {
        return SERAI.sql()
                .sql("select wanted_by is not null from parked_messages where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
