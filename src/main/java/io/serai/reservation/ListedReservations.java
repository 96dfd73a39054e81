package io.serai.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares a channel's list of reservations with ours. A list says less than a message: what it
 * says otherwise is asked for first; where no queue has it, the list is laid over our last message.
 * What we do not know at all is taken from the list at once, since its rooms are sold. What is not
 * listed any more is asked for too, but never cancelled for that. What a queue had and what is
 * listed otherwise all the same is left to a person: a list is not believed against a message.
 */
@Component("listedReservations")
public class ListedReservations {

    private static final Logger log = LoggerFactory.getLogger(ListedReservations.class);
    private static final String WHY = "summary";
    private static final Standing NOT_LISTED = new Standing(true, List.of(), null);

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Differences differences;
    private final ReservationReads reads;
    private final Comparisons comparisons;
    private final MeterRegistry meters;

    ListedReservations(
            JdbcClient jdbc,
            Standings standings,
            Differences differences,
            ReservationReads reads,
            Comparisons comparisons,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.differences = differences;
        this.reads = reads;
        this.comparisons = comparisons;
        this.meters = meters;
    }

    /** The moment before a list is asked for, as {@link #compare} wants it. */
    public String moment() {
        return jdbc.sql("select clock_timestamp()")
                .query((row, number) -> row.getTimestamp(1).toInstant().toString())
                .single();
    }

    /**
     * What is to be taken in of the list in the variable {@code listed}, each as a canonical
     * reservation; the exchange says by {@code source} and {@code confirmed} how that came. The
     * variable {@code asked} is the moment before the list was asked for: what changed here since
     * is newer.
     *
     * @param queues which to ask for a single reservation, separated by commas
     */
    @Transactional
    public List<String> compare(Exchange exchange, String queues) {
        long account = exchange.getMessage().getHeader("Serai-Account", Long.class);
        int connection = exchange.getMessage().getHeader("Serai-Connection", Integer.class);
        Instant asked = Instant.parse(exchange.getVariable("asked", String.class));
        List<IncomingReservation> listed = read(exchange.getVariable("listed", String.class));
        boolean first = comparisons.isFirst(connection);
        exchange.setProperty(ReservationTaking.SOURCE, first ? ReservationTaking.FIRST : WHY);
        exchange.setProperty(ReservationTaking.CONFIRMED, true);
        exchange.setProperty(ReservationTaking.ASKED, asked);
        var numbers = listed.stream().map(IncomingReservation::number).toList();
        var here = standings.of(account, numbers);
        List<String> take = new ArrayList<>();
        Set<String> differing = new HashSet<>();
        for (IncomingReservation one : listed) {
            var ours = here.get(one.number());
            var theirs = Standing.of(one);
            var place = new Place(account, connection, one.number(), List.of(queues.split(",")));
            if (ours == null) {
                if (!theirs.cancelled()) {
                    take.add(ReservationJson.write(one));
                    if (!first) {
                        list(place, theirs, null);
                        differing.add(one.number());
                    }
                }
            } else if (!ours.standing().isSame(theirs)) {
                differing.add(one.number());
                if (ours.changedAt().isBefore(asked)) {
                    differs(place, one, theirs, ours, take);
                }
            }
        }
        for (var ours : standings.besides(connection, numbers)) {
            differing.add(ours.number());
            if (ours.changedAt().isBefore(asked)) {
                var place =
                        new Place(account, connection, ours.number(), List.of(queues.split(",")));
                differs(place, null, NOT_LISTED, ours, take);
            }
        }
        differences.agreeAllBut(connection, differing);
        return take;
    }

    private record Place(long account, int connection, String number, List<String> queues) {}

    private void differs(
            Place at,
            @Nullable IncomingReservation listed,
            Standing theirs,
            Standings.Here ours,
            List<String> take) {
        var open = differences.open(at.connection(), at.number());
        if (open.isEmpty()) {
            if (!differences.isLeft(at.connection(), at.number(), theirs, ours.standing())) {
                list(at, theirs, ours.standing());
            }
        } else if (!reads.isOpen(at.account(), at.number())) {
            if (listed == null
                    || open.get().isSpent()
                    || ours.standing().isSameStay(theirs)
                    || reads.wasFound(at.account(), at.number(), open.get().seenAt())) {
                differences.leave(open.get());
                say(at, "is left as it is: a person must look");
            } else {
                differences.apply(open.get());
                take.add(ReservationJson.write(Overlay.over(standings.full(ours), listed)));
                say(at, "is not to be had from a queue: taken from the list");
            }
        }
    }

    private void list(Place at, Standing theirs, @Nullable Standing ours) {
        differences.add(at.connection(), at.number(), theirs, ours);
        reads.want(at.account(), at.queues(), List.of(at.number()), WHY);
        meters.counter("serai.reservations.differences").increment();
        say(at, ours == null ? "was not known here" : "is listed otherwise than it stands here");
    }

    private static void say(Place at, String what) {
        log.warn(
                "Reservation {} of account {} at connection {} {}",
                at.number(),
                at.account(),
                at.connection(),
                what);
    }

    static List<IncomingReservation> read(String listed) {
        try {
            return ReservationJson.MAPPER.readValue(listed, Standings.LIST);
        } catch (JsonProcessingException unreadable) {
            throw new UnreadableReservation(
                    "no list of reservations (expected: an array of them): "
                            + unreadable.getClass().getSimpleName());
        }
    }
}
