package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hotel's own system takes reservations over HTTP, one revision after the other. */
class RevisionFeedApiTests {

    private final Pms pms = new Pms();

    @BeforeEach
    void book() {
        pms.take("B1", "new", 2);
        pms.take("B2", "new", 1);
        pms.take("B1", "modify", 3);
        pms.take("B2", "cancel", 0);
    }

    @Test
    void givesEveryRevisionInItsOrderAndTheSameAgainUntilItIsAcknowledged() throws IOException {
        Reply first = read("?unacknowledged=true&limit=3");
        Reply again = read("?unacknowledged=true&limit=3");

        assertKeeps(first, 200, "Revisions");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(all(first, "kind")).containsExactly("new", "new", "modify");
        assertThat(first.body().path("more").asBoolean()).isTrue();
        assertThat(acknowledge("{\"upTo\":\"%s\"}".formatted(ids(first).get(2))))
                .isEqualTo(ids(first).get(2));
        Reply rest = read("?unacknowledged=true&limit=3");
        assertThat(all(rest, "kind")).containsExactly("cancel");
        assertThat(rest.body().path("more").asBoolean()).isFalse();
        assertThat(ids(read("?after=" + ids(first).get(1)))).hasSize(2);
    }

    @Test
    void givesTheWholeBookingAsOfEachRevisionInTheHotelsOwnCodes() {
        JsonNode all = read("").body().path("revisions");

        JsonNode first = all.get(0).path("booking");
        assertThat(all.get(0).path("superseded").asBoolean()).isTrue();
        assertThat(first.path("status").asText()).isEqualTo("booked");
        assertThat(first.path("departure").asText()).isEqualTo(Pms.FIRST.plusDays(2).toString());
        assertThat(first.path("total").asText()).isEqualTo("100.00");
        assertThat(first.at("/rooms/0/roomType").asText()).isEqualTo("DBL");
        assertThat(first.at("/rooms/0/nights/0/ratePlan").asText()).isEqualTo("BAR");
        assertThat(first.at("/rooms/0/guest").asText()).isEqualTo("Ada Lovelace");
        assertThat(first.path("unmapped").asBoolean()).isFalse();
        assertThat(first.path("revisions")).hasSize(1);
        JsonNode changed = all.get(2);
        assertThat(changed.path("superseded").asBoolean()).isFalse();
        assertThat(changed.at("/booking/status").asText()).isEqualTo("modified");
        assertThat(changed.at("/booking/rooms/0/nights")).hasSize(3);
        JsonNode cancelled = all.get(3).path("booking");
        assertThat(cancelled.path("status").asText()).isEqualTo("cancelled");
        assertThat(cancelled.at("/rooms/0/nights")).hasSize(1);
    }

    @Test
    void saysOfAnEarlierRevisionWhatItSaidAlsoAfterACancellation() {
        pms.take("B1", "cancel", 0);
        pms.take("B1", "modify", 1);

        List<JsonNode> told = new ArrayList<>();
        read("").body()
                .path("revisions")
                .forEach(
                        revision -> {
                            if (revision.path("number").asText().equals("B1")) {
                                told.add(revision.path("booking"));
                            }
                        });

        assertThat(told)
                .extracting(
                        it ->
                                it.path("status").asText()
                                        + " "
                                        + it.at("/rooms/0/nights").size()
                                        + " "
                                        + it.at("/rooms/0/nights/0/counted").asBoolean())
                .containsExactly(
                        "booked 2 true", "modified 3 true", "cancelled 3 false", "modified 1 true");
    }

    @Test
    void remembersSingleOnesAndNeverGoesBack() throws IOException {
        List<String> all = ids(read(""));

        assertThat(acknowledge("{\"revisions\":[\"%s\"]}".formatted(all.get(1)))).isEqualTo("0");
        assertThat(ids(read("?unacknowledged=true")))
                .containsExactly(all.get(0), all.get(2), all.get(3));
        assertThat(acknowledge("{\"revisions\":[\"%s\"]}".formatted(all.get(0))))
                .isEqualTo(all.get(1));
        assertThat(acknowledge("{\"upTo\":\"%s\"}".formatted(all.get(0)))).isEqualTo(all.get(1));
        assertThat(
                        acknowledge(
                                "{\"upTo\":\"%s\",\"revisions\":[\"%s\"]}"
                                        .formatted(all.get(2), all.get(3))))
                .isEqualTo(all.get(3));
        assertThat(ids(read("?unacknowledged=true"))).isEmpty();
        assertThat(pms.text("select count(*)::text from feed_taken where hotel_id = ?", pms.hotel))
                .isEqualTo("0");
    }

    @Test
    void keepsAPlaceForEachReader() throws IOException {
        List<String> all = ids(read("?reader=front-desk"));
        Reply taken =
                pms.api.post(
                        pms.path("/revisions/acknowledge?reader=front-desk"),
                        "{\"upTo\":\"%s\"}".formatted(all.get(3)));

        assertKeeps(taken, 200, "FeedPlace");
        assertThat(ids(read("?unacknowledged=true&reader=front-desk"))).isEmpty();
        assertThat(ids(read("?unacknowledged=true&reader=accounts"))).isEqualTo(all);
        assertThat(ids(read("?unacknowledged=true"))).isEqualTo(all);
        assertThat(read("").body().path("reader").asText()).isEqualTo("user:" + pms.name);
    }

    @Test
    void refusesToAcknowledgeWhatIsNoRevisionOfTheHotel() throws IOException {
        Pms other = new Pms();
        other.take("B9", "new", 1);
        String theirs =
                other.api.get(other.path("/revisions")).body().at("/revisions/0/id").asText();
        List<String> all = ids(read(""));

        Reply foreign =
                pms.api.post(
                        pms.path("/revisions/acknowledge"), "{\"upTo\":\"%s\"}".formatted(theirs));
        Reply mixed =
                pms.api.post(
                        pms.path("/revisions/acknowledge"),
                        "{\"upTo\":\"%s\",\"revisions\":[\"999999999\"]}".formatted(all.get(0)));

        assertKeeps(foreign, 404, "Problem");
        assertThat(foreign.body().path("detail").asText())
                .isEqualTo(
                        "revision: %s (expected: one of the hotel's, the latest is %s)"
                                .formatted(theirs, all.get(3)));
        assertKeeps(mixed, 404, "Problem");
        assertThat(read("").body().path("acknowledgedUpTo").asText()).isEqualTo("0");
        assertKeeps(pms.api.post(pms.path("/revisions/acknowledge"), "{}"), 422, "Problem");
        assertKeeps(read("?reader=a%20b"), 400, "Problem");
        assertKeeps(read("?limit=0"), 400, "Problem");
        assertKeeps(other.api.get(pms.path("/revisions")), 404, "Problem");
        assertKeeps(pms.api.get(pms.path("/revisions/" + theirs)), 404, "Problem");
    }

    @Test
    void namesTheNumberThatWhoCountedThemSendsWithWhatIsLeft() throws IOException {
        String left = "/api/inventory-sync/hotels/" + pms.hotel + "/left";
        String night = Pms.FIRST.toString();
        String said =
                "{\"countedUpTo\":\"%s\",\"nights\":[{\"roomType\":\"DBL\",\"from\":\"%s\",\"to\":\"%s\",\"left\":2}]}";
        JsonNode half = read("?limit=2").body();
        JsonNode all = read("").body();

        Reply stale =
                pms.api.post(left, said.formatted(half.path("countedUpTo").asText(), night, night));
        Reply counted =
                pms.api.post(left, said.formatted(all.path("countedUpTo").asText(), night, night));

        assertThat(half.path("countedUpTo")).isEqualTo(half.at("/revisions/1/id"));
        assertThat(all.path("countedUpTo")).isEqualTo(all.at("/revisions/3/id"));
        assertThat(stale.status()).as(stale.body().toString()).isEqualTo(409);
        assertThat(counted.status()).as(counted.body().toString()).isEqualTo(200);
    }

    private Reply read(String query) {
        return pms.api.get(pms.path("/revisions" + query));
    }

    private String acknowledge(String body) throws IOException {
        Reply reply = pms.api.post(pms.path("/revisions/acknowledge"), body);
        assertKeeps(reply, 200, "FeedPlace");
        return reply.body().path("acknowledgedUpTo").asText();
    }

    private static List<String> ids(Reply page) {
        return all(page, "id");
    }

    private static List<String> all(Reply page, String field) {
        List<String> values = new ArrayList<>();
        page.body().path("revisions").forEach(it -> values.add(it.path(field).asText()));
        return values;
    }
}
