package io.serai.reservation;

import io.serai.channel.PortJson;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One booking fetched again from its channel because somebody asked for it, for the ports {@code
 * reservation-read}: says what that brought.
 */
@Component("readAgain")
public class ReadAgain {

    private static final String WHY = "read";
    private static final int PAUSE = 10;

    private final JdbcClient jdbc;
    private final ReservationReads reads;
    private final Standings standings;

    ReadAgain(JdbcClient jdbc, ReservationReads reads, Standings standings) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.standings = standings;
    }

    /** How the queues that were asked for a booking stand. */
    public enum Asked {
        /** A queue has not answered yet. */
        WAITING,
        /** A queue had it; what it says is taken in. */
        FOUND,
        /** No queue has it. */
        NOT_THERE
    }

    /**
     * Has queues asked for a booking, each in its own pace, and says how far that is.
     *
     * @param since when somebody asked for the booking
     * @param queues separated by commas
     */
    @Transactional
    public Asked queues(
            @Header("Serai-Account") long accountId,
            @Variable("wished") String since,
            @Variable("number") String number,
            String queues) {
        if (reads.isOpen(accountId, number)) {
            return Asked.WAITING;
        }
        var found =
                jdbc.sql(
                                "select found from reservation_reads where account_id = ? and number = ? and settled_at >= ?")
                        .params(accountId, number, Timestamp.from(Instant.parse(since)))
                        .query(Boolean.class)
                        .list();
        if (found.isEmpty()) {
            reads.want(accountId, List.of(queues.split(",")), List.of(number), WHY);
            return Asked.WAITING;
        }
        return found.contains(true) ? Asked.FOUND : Asked.NOT_THERE;
    }

    /** The answer of a port that goes on asking. */
    public String pending() {
        return "{\"outcome\":\"pending\",\"ask\":\"reservation-read\",\"after\":%d,\"items\":[]}"
                .formatted(PAUSE);
    }

    /**
     * What is to be taken in of the list in the variable {@code listed}: the one booking of the
     * variable {@code number}, laid over our last message; nothing where it stands as we have it or
     * is not listed. The variable {@code asked} is the moment before the list was asked for. Leaves
     * in the variable {@code isListed} whether it is.
     */
    public List<String> fromList(Exchange exchange) {
        var number = exchange.getVariable("number", String.class);
        var account = exchange.getMessage().getHeader("Serai-Account", Long.class);
        var listed =
                ListedReservations.read(exchange.getVariable("listed", String.class)).stream()
                        .filter(one -> one.number().equals(number))
                        .findFirst();
        exchange.setVariable("isListed", listed.isPresent());
        exchange.setProperty(ReservationTaking.SOURCE, WHY);
        exchange.setProperty(ReservationTaking.CONFIRMED, true);
        exchange.setProperty(
                ReservationTaking.ASKED,
                Instant.parse(exchange.getVariable("asked", String.class)));
        var ours = standings.of(account, List.of(number)).get(number);
        return listed.filter(one -> ours == null || !ours.standing().isSame(Standing.of(one)))
                .map(one -> Overlay.over(ours == null ? null : standings.full(ours), one))
                .map(ReservationJson::write)
                .map(List::of)
                .orElse(List.of());
    }

    /**
     * As {@link #answer}, where the port was answered at once.
     *
     * @param became what became of the question; given back as it is unless it was answered
     */
    public String answered(
            @Header("Serai-Account") long accountId,
            @Variable("wished") String since,
            @Variable("which") String number,
            String became) {
        return PortJson.read(became, PushAnswer.class).outcome() == Outcome.APPLIED
                ? answer(accountId, since, number, "")
                : became;
    }

    /**
     * The answer of a port that is done: as we have it, or which revision came of it.
     *
     * @param more what else is to be said; empty: nothing
     */
    public String answer(
            @Header("Serai-Account") long accountId,
            @Variable("wished") String since,
            @Variable("number") String number,
            String more) {
        var came =
                jdbc.sql(
                                "select max(revision) from reservation_revisions where account_id = ? and number = ? and received_at >= ?")
                        .params(accountId, number, Timestamp.from(Instant.parse(since)))
                        .query(Integer.class)
                        .optional();
        var words =
                came.map(revision -> "It stood otherwise there: taken as revision " + revision)
                        .orElse(
                                reads.waits(accountId, number, Instant.parse(since))
                                        ? "It is there, but could not be taken in: it waits in the inbox"
                                        : "It stands there as we have it");
        return PortJson.write(
                Map.of(
                        "outcome",
                        "applied",
                        "items",
                        List.of(
                                Map.of(
                                        "outcome",
                                        "note",
                                        "words",
                                        more.isBlank() ? words : words + ". " + more))));
    }
}
