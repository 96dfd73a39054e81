package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class ListedReservationsTests {

    private final TestHotel hotel = new TestHotel();
    private final ListedReservations lists = TestSerai.bean(ListedReservations.class);
    private final Comparisons comparisons = TestSerai.bean(Comparisons.class);
    private final ReservationReads reads = TestSerai.bean(ReservationReads.class);

    @Test
    void takesAtFirstWhatIsUnknownAndAsksForNothing() {
        var take = compare(booking("1"));

        assertThat(take).hasSize(1);
        assertThat(differences()).isEmpty();
        assertThat(reads.isOpen(hotel.account, "1")).isFalse();
    }

    @Test
    void leavesAloneWhatIsTheSame() {
        hotel.take(booking("1"));
        hotel.take(booking("2"));
        hotel.take(cancellation("2"));

        var take = compare(booking("1"), cancellation("2"));

        assertThat(take).isEmpty();
        assertThat(differences()).isEmpty();
    }

    @Test
    void asksForWhatIsListedOtherwiseAndTakesItFromTheListOnlyWhenNoQueueHasIt() {
        compared();
        hotel.take(booking("1"));
        var moved = booking("1").nights(0, 3);

        assertThat(compare(moved)).isEmpty();
        assertThat(compare(moved)).as("it is asked for").isEmpty();
        settled("1");
        var asked = Instant.parse(lists.moment());
        var take = compare(moved);

        assertThat(take).hasSize(1);
        takeFromList(take.get(0), asked);
        assertThat(hotel.sold(4)).containsExactly(1, 1, 1, 0);
        assertThat(compare(moved)).isEmpty();
        assertThat(differences()).containsExactly("1 applied");
    }

    @Test
    void keepsWhateverTheListDoesNotSay() {
        compared();
        hotel.take(booking("1"));
        compare(booking("1").nights(0, 3));
        settled("1");

        var taken = ReservationJson.read(compare(booking("1").nights(0, 3)).get(0));

        var known = booking("1").at(hotel.remote);
        assertThat(taken.booker()).isEqualTo(known.booker());
        assertThat(taken.rooms().get(0).guest()).isEqualTo(known.rooms().get(0).guest());
        assertThat(taken.kind()).isEqualTo(IncomingReservation.Kind.MODIFY);
    }

    @Test
    void leavesToAPersonWhatIsNotListedAndSaysItOnce() {
        compared();
        hotel.take(booking("1"));

        assertThat(compare()).isEmpty();
        settled("1");
        compare();
        compare();

        assertThat(differences()).containsExactly("1 left");
        assertThat(hotel.status("1")).isEqualTo("booked");
    }

    @Test
    void believesWhatCameAfterTheListWasAskedFor() {
        compared();
        var asked = lists.moment();
        hotel.take(booking("1"));

        var take = lists.compare(exchange(asked, booking("1").nights(0, 3)), "new,changed");

        assertThat(take).isEmpty();
        assertThat(differences()).isEmpty();
    }

    @Test
    void takesFromTheListAgainWhatAKillKeptFromBeingTakenUntilAPersonMustLook() {
        compared();
        hotel.take(booking("1"));
        var moved = booking("1").nights(0, 3);
        compare(moved);
        settled("1");
        for (var killed = 1; killed <= 4; killed++) {
            assertThat(compare(moved)).as("killed %s times", killed - 1).hasSize(1);
            assertThat(differences()).containsExactly("1 open");
        }

        var asked = Instant.parse(lists.moment());
        takeFromList(compare(moved).get(0), asked);

        assertThat(differences()).containsExactly("1 applied");
        assertThat(hotel.sold(4)).containsExactly(1, 1, 1, 0);
    }

    @Test
    void leavesToAPersonWhatCanNeverBeTakenFromTheList() {
        compared();
        hotel.take(booking("1"));
        var moved = booking("1").nights(0, 3);
        compare(moved);
        settled("1");
        for (var failed = 1; failed <= 5; failed++) {
            compare(moved);
        }

        assertThat(compare(moved)).isEmpty();
        assertThat(differences()).containsExactly("1 left");
    }

    @Test
    void looksAsFarBackAsIsKnownWhenTheChannelIsAsked() {
        compared();
        outageSince(Duration.ofDays(40));

        assertThat(begun()).isEqualTo("{\"hotel\":\"1\",\"days\":42}");
        assertThat(comparisons.done(hotel.connection)).contains("applied");
        assertThat(begun()).contains("\"days\":2");
    }

    @Test
    void asksAgainForWhatWasMissedAfterTheChannelHadBeenAsked() {
        compared();
        begun();
        outageSince(Duration.ofDays(40));

        assertThat(comparisons.done(hotel.connection)).contains("pending");

        assertThat(begun()).contains("\"days\":42");
        assertThat(comparisons.done(hotel.connection)).contains("applied");
    }

    private String begun() {
        return comparisons.begin(hotel.connection, "{\"hotel\":\"1\",\"days\":3}");
    }

    private void outageSince(Duration ago) {
        comparisons.wantAll(hotel.account, Instant.now().minus(ago));
    }

    @Test
    void leavesToAPersonWhatAQueueHadAndIsListedOtherwiseAllTheSame() {
        compared();
        hotel.take(booking("1"));
        compare(booking("1").nights(0, 3));
        settled("1");
        hotel.jdbc
                .sql(
                        "update reservation_reads set found = true where account_id = ? and queue = 'changed'")
                .param(hotel.account)
                .update();

        assertThat(compare(booking("1").nights(0, 3))).isEmpty();

        assertThat(differences()).containsExactly("1 left");
        assertThat(hotel.sold(3)).containsExactly(1, 1, 0);
    }

    @Test
    void letsStandWhatCameWholeBetweenTheListAndWhatIsTakenFromIt() {
        compared();
        hotel.take(booking("1"));
        compare(booking("1").nights(0, 3));
        settled("1");
        var asked = Instant.parse(lists.moment());
        var take = compare(booking("1").nights(0, 3), booking("2").nights(4, 3));

        hotel.take(booking("1").changed().nights(0, 1));
        hotel.take(booking("2").nights(4, 1));

        assertThat(takeFromList(take.get(0), asked)).isEqualTo(Receipt.OUTDATED);
        assertThat(takeFromList(take.get(1), asked)).isEqualTo(Receipt.OUTDATED);
        assertThat(hotel.sold(7)).containsExactly(1, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void isBookedAndNotChangedWhenItsMessageComesAfterTheList() {
        var listed = ReservationJson.read(compare(booking("1")).get(0));
        hotel.inbox.take(
                hotel.account, listed, new Delivery.Found("first", true, Instant.now(), null));

        hotel.take(booking("1"));

        assertThat(hotel.status("1")).isEqualTo("booked");
        assertThat(hotel.revisions("1")).isEqualTo(2);
        hotel.take(booking("1").nights(0, 1).changed());
        assertThat(hotel.status("1")).isEqualTo("modified");
    }

    private Receipt takeFromList(String reservation, Instant asked) {
        return hotel.inbox.take(
                hotel.account,
                ReservationJson.read(reservation),
                new Delivery.Found("summary", true, asked, null));
    }

    private List<String> compare(Message... listed) {
        return lists.compare(exchange(lists.moment(), listed), "new,changed");
    }

    private Exchange exchange(String asked, Message... listed) {
        var exchange = new DefaultExchange(TestSerai.bean(CamelContext.class));
        exchange.getMessage().setHeader("Serai-Account", hotel.account);
        exchange.getMessage().setHeader("Serai-Connection", hotel.connection);
        exchange.setVariable("asked", asked);
        exchange.setVariable(
                "listed", ReservationJson.write(Arrays.stream(listed).map(this::listed).toList()));
        return exchange;
    }

    /** What a list says of it: nobody who booked, and no remarks. */
    private ObjectNode listed(Message message) {
        ObjectNode said = ReservationJson.MAPPER.valueToTree(message.at(hotel.remote));
        said.remove("booker");
        said.path("rooms").forEach(room -> ((ObjectNode) room).remove(List.of("guest", "remarks")));
        return said;
    }

    /** It is not the first comparison. */
    private void compared() {
        hotel.jdbc
                .sql("insert into reservation_comparisons (connection_id, hotel_id) values (?, ?)")
                .params(hotel.connection, hotel.hotel)
                .update();
        comparisons.done(hotel.connection);
    }

    private void settled(String number) {
        assertThat(reads.isOpen(hotel.account, number)).isTrue();
        hotel.jdbc
                .sql(
                        "update reservation_reads set settled_at = now(), found = false where account_id = ?")
                .param(hotel.account)
                .update();
    }

    private List<String> differences() {
        return hotel.jdbc
                .sql(
                        "select number || ' ' || coalesce(outcome, 'open') from reservation_differences where connection_id = ? order by id")
                .param(hotel.connection)
                .query(String.class)
                .list();
    }
}
