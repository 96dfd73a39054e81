package io.serai.reservation.overbooking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the cause of an overbooking into sentences, in the hotel's time. */
final class Wording {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.UK);

    private final NightFacts facts;
    private final Verdict verdict;
    private final ZoneId zone;

    Wording(NightFacts facts, Verdict verdict, ZoneId zone) {
        this.facts = facts;
        this.verdict = verdict;
        this.zone = zone;
    }

    String words() {
        return Stream.of(lastRoom(), tooMany(), why())
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String lastRoom() {
        Sale last = verdict.last();
        if (verdict.crossing().sold() == 0) {
            return "";
        }
        if (last != null) {
            return "%s sold the last room at %s (booking %s)."
                    .formatted(last.channel(), at(verdict.lastAt()), last.number());
        }
        return verdict.crossing().filled().offered() == 0
                ? "No room was offered for this night."
                : "";
    }

    private String tooMany() {
        Sale over = verdict.over();
        return over == null || verdict.crossing().sold() == 0
                ? ""
                : "%s sold one more at %s (booking %s)."
                        .formatted(over.channel(), at(verdict.overAt()), over.number());
    }

    private String why() {
        Sale over = verdict.over();
        return switch (verdict.cause()) {
            case RACE -> race(over);
            case UNMAPPED ->
                    over == null || !over.unmapped()
                            ? "A booking was counted only when its room was mapped: until then its"
                                    + " room was on sale elsewhere."
                            : "Its room or rate was not mapped when it was sold: nothing here"
                                    + " closed it at the channel.";
            case REFUSED -> "In between the channel refused to be told%s.".formatted(answer());
            case NOT_TAKEN ->
                    "In between the channel was told and did not take it%s.".formatted(answer());
            case PAUSED -> paused();
            case EDIT -> edit(over);
            case REPLENISHED -> replenished(over);
        };
    }

    private String race(@Nullable Sale over) {
        Told knew = verdict.knew();
        boolean own =
                over != null
                        && verdict.last() != null
                        && over.connection() != null
                        && over.connection().equals(verdict.last().connection());
        String known =
                knew == null || knew.answeredAt() == null
                        ? "It was told nothing of it before we heard of that booking."
                        : "It held that none was left from %s on: the window was %s long."
                                .formatted(
                                        at(knew.answeredAt()),
                                        length(
                                                Duration.between(
                                                        verdict.lastAt(), knew.answeredAt())));
        return own
                ? "A count was on its way that did not know of the channel's own last sale. "
                        + known
                : known;
    }

    private String answer() {
        if (!(verdict.evidence() instanceof Told told)) {
            return "";
        }
        return ", at %s (%s%s)"
                .formatted(
                        at(told.sentAt()),
                        told.outcome(),
                        told.words() == null ? "" : ": " + told.words());
    }

    private String paused() {
        if (!(verdict.evidence() instanceof Pause pause)) {
            return "";
        }
        return "%s was paused%s by %s and went on selling what it held."
                .formatted(
                        pause.channel(),
                        pause.from() == null ? "" : " from " + at(pause.from()) + " on",
                        pause.actor());
    }

    private String edit(@Nullable Sale over) {
        if (!(verdict.evidence() instanceof StockChange change)) {
            return "The hotel took it itself.";
        }
        String made =
                "%s left %d to sell at %s, with %d sold"
                        .formatted(
                                change.actor(),
                                change.offered() - change.heldBack() - change.outOfOrder(),
                                at(change.at()),
                                change.sold());
        return over == null || verdict.crossing().sold() == 0
                ? made + ": fewer than were sold already."
                : made + ", and the channel was not told yet.";
    }

    private String replenished(@Nullable Sale over) {
        Told knew = verdict.knew();
        String held =
                knew == null || knew.answeredAt() == null
                        ? "Serai had told it no room of this night."
                        : "It held %s since %s, and put a room on sale again by itself."
                                .formatted(
                                        knew.saysNothing() ? "that none was left" : knew.rooms(),
                                        at(knew.answeredAt()));
        String gave =
                givenBack(over)
                        .map(
                                sale ->
                                        " Its booking %s was given back there before."
                                                .formatted(sale.number()))
                        .orElse("");
        String shown =
                verdict.evidence() instanceof Shown it
                        ? " At %s it showed %s where it had accepted %s."
                                .formatted(at(it.foundAt()), it.shown(), it.held())
                        : "";
        return held + gave + shown;
    }

    /** A booking of the same channel that gave its room back before the one too many was sold. */
    private Optional<Sale> givenBack(@Nullable Sale over) {
        return facts.sales().stream()
                .filter(it -> over != null && it != over)
                .filter(it -> it.connection() != null && it.connection().equals(over.connection()))
                .filter(
                        it ->
                                it.revisions().stream()
                                        .anyMatch(
                                                told ->
                                                        !told.kind().equals("new")
                                                                && it.rooms() == 0
                                                                && !it.soldAt(told)
                                                                        .isAfter(verdict.overAt())))
                .reduce((one, other) -> other);
    }

    private String at(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    private static String length(Duration window) {
        Duration whole = window.isNegative() ? Duration.ZERO : window;
        return whole.toMinutes() >= 2
                ? whole.toMinutes() + " min"
                : "%d.%d s".formatted(whole.toSeconds(), whole.toMillisPart() / 100);
    }
}
