package io.serai.reservation.overbooking;

import io.serai.reservation.overbooking.Explanation.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays sales, stock and deliveries of a night on one line of time, around its overbooking. */
final class Timeline {

    private static final Duration MARGIN = Duration.ofMinutes(15);

    private final NightFacts facts;
    private final Verdict verdict;
    private final List<Event> all = new ArrayList<>();

    Timeline(NightFacts facts, Verdict verdict) {
        this.facts = facts;
        this.verdict = verdict;
    }

    List<Event> events() {
        facts.sales().forEach(this::sold);
        facts.stock().forEach(this::stock);
        facts.told().forEach(this::told);
        facts.pauses().forEach(this::paused);
        facts.shown().forEach(this::shown);
        Instant from = from();
        Instant until = until();
        return all.stream()
                .filter(it -> it.decisive() || !it.at().isBefore(from) && !it.at().isAfter(until))
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private Instant from() {
        return Stream.of(verdict.lastAt(), verdict.overAt(), verdict.crossing().filled().at())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(MARGIN);
    }

    private Instant until() {
        Told knew = verdict.knew();
        return Stream.of(verdict.crossing().over().at(), knew == null ? null : knew.answeredAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(MARGIN);
    }

    private void stock(StockChange it) {
        String words =
                "%d offered, %d sold%s"
                        .formatted(
                                it.offered(),
                                it.sold(),
                                it.heldBack() + it.outOfOrder() == 0
                                        ? ""
                                        : ", %d kept back or out of order"
                                                .formatted(it.heldBack() + it.outOfOrder()));
        String by = facts.sale(it).isPresent() ? "" : ", by " + it.actor();
        boolean decisive = it == verdict.crossing().over() || it == verdict.crossing().filled();
        add(it.at(), "stock", null, null, words + by, it.free(), decisive);
    }

    private void sold(Sale sale) {
        String booking = Long.toString(sale.id());
        for (Sale.Revision told : sale.revisions()) {
            String what = told.kind().equals("new") ? "sold" : told.kind();
            add(
                    sale.soldAt(told),
                    "sold",
                    sale.channel(),
                    booking,
                    "booking %s: %s".formatted(sale.number(), what),
                    null,
                    isTold(verdict.over(), sale, told, verdict.crossing().over())
                            || isTold(verdict.last(), sale, told, verdict.crossing().filled()));
            add(
                    told.receivedAt(),
                    "taken",
                    sale.channel(),
                    booking,
                    "booking %s: taken as revision %d".formatted(sale.number(), told.number()),
                    null,
                    false);
        }
    }

    private static boolean isTold(
            @Nullable Sale part, Sale sale, Sale.Revision told, StockChange change) {
        return part == sale && told.id() == change.countedUpTo();
    }

    private void told(Told it) {
        String said = it.closed() ? "told: closed" : "told: %s to sell".formatted(it.rooms());
        add(it.sentAt(), "told", it.channel(), null, said, null, it == verdict.evidence());
        if (it.answeredAt() != null) {
            String answer =
                    Stream.of(it.outcome(), it.words(), it.reference())
                            .filter(Objects::nonNull)
                            .reduce((one, other) -> one + ", " + other)
                            .orElse("");
            add(
                    it.answeredAt(),
                    "answered",
                    it.channel(),
                    null,
                    said + ": " + answer,
                    null,
                    it == verdict.knew() || it == verdict.evidence());
        }
    }

    private void paused(Pause it) {
        boolean decisive = it == verdict.evidence();
        if (it.from() != null) {
            String by = "paused by " + it.actor();
            add(it.from(), "paused", it.channel(), null, by, null, decisive);
        }
        if (it.until() != null) {
            add(it.until(), "resumed", it.channel(), null, "enabled again", null, decisive);
        }
    }

    private void shown(Shown it) {
        String words = "showed %s where it had accepted %s".formatted(it.shown(), it.held());
        add(it.foundAt(), "shown", it.channel(), null, words, null, it == verdict.evidence());
    }

    private void add(
            Instant at,
            String what,
            @Nullable String channel,
            @Nullable String booking,
            String words,
            @Nullable Integer left,
            boolean decisive) {
        all.add(new Event(at, what, channel, booking, words, left, decisive));
    }
}
