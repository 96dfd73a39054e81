package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Cell;
import io.serai.ari.Difference;
import io.serai.ari.Folding;
import io.serai.ari.Held;
import io.serai.ari.RateNight;
import io.serai.ari.Remote;
import io.serai.ari.RoomNight;
import io.serai.ari.StillSold;
import io.serai.ari.Surroundings;
import io.serai.ari.Terms;
import io.serai.ari.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Compares nights with what a channel holds of them and folds what must be sent. */
final class Comparison {

    private final Connection connection;
    private final Folding folding;
    private final Map<Integer, List<Refusal>> refusals = new HashMap<>();
    private final Map<Integer, Terms> terms = new HashMap<>();
    private final List<Refusals.Ended> ended = new ArrayList<>();
    private final List<Refusals.Untaken> untaken = new ArrayList<>();
    private final Pressing pressing = new Pressing();
    private final Gate gate;
    private final IntPredicate closed;
    private final boolean said;

    /**
     * @param closed the channel's rooms and rates, by key, that are to sell nothing
     */
    Comparison(Connection connection, List<Refusal> refused, Gate gate, IntPredicate closed) {
        this.connection = connection;
        this.gate = gate;
        this.closed = closed;
        this.folding = new Folding(connection.channel().definition());
        said = refused.stream().anyMatch(Refusal::own);
        refused.stream()
                .filter(refusal -> !refusal.own())
                .forEach(
                        refusal ->
                                refusals.computeIfAbsent(refusal.remote(), id -> new ArrayList<>())
                                        .add(refusal));
    }

    /** Looks at a night of a room. */
    void look(Remote remote, int day, Object night, Held held) {
        Terms own = terms(remote);
        compare(own, day, Wanted.room(own, (RoomNight) night), held);
    }

    /** Looks at a night of a rate. */
    void look(Remote remote, int day, RateNight night, Held held, Surroundings around) {
        Terms own = terms(remote);
        Cell wanted =
                Wanted.rate(
                        own,
                        night,
                        (field, value, substitute) ->
                                say(
                                        own,
                                        day,
                                        field,
                                        value,
                                        "the channel has no way to take it: "
                                                + substitute.words()));
        StillSold.find(
                own,
                wanted,
                held.values(),
                connection.digits(),
                (field, value, words) -> say(own, day, field, value, words));
        gate.keep(own, day, night, around, held, wanted);
        compare(own, day, wanted, held);
    }

    private void compare(Terms own, int day, Cell wanted, Held held) {
        if (closed.test(own.remote().id())) {
            Wanted.close(own, wanted);
        }
        List<Refusal> refused = refusals.getOrDefault(own.remote().id(), List.of());
        Difference.Refused here =
                refused.isEmpty() ? Difference.Refused.NOTHING : refused(refused, own, day, wanted);
        Cell send = Difference.of(own, wanted, held, here);
        if (send != null) {
            pressing.look(own.remote().id(), day, send, held);
            folding.add(own, day, send);
        }
    }

    private Terms terms(Remote remote) {
        return terms.computeIfAbsent(
                remote.id(),
                id ->
                        new Terms(
                                connection.channel().definition(),
                                remote,
                                connection.prices(),
                                connection.priced()));
    }

    private void say(Terms own, int day, String field, String value, String words) {
        untaken.add(new Refusals.Untaken(own.remote().id(), day, field, value, words));
    }

    private Difference.Refused refused(List<Refusal> refused, Terms own, int day, Cell wanted) {
        List<Refusal> here = new ArrayList<>();
        for (Refusal refusal : refused) {
            if (refusal.covers(day)) {
                String value = wanted.text(refusal.field(), own.remote().layout());
                if (refusal.value().equals(value)) {
                    here.add(refusal);
                } else {
                    ended.add(new Refusals.Ended(refusal.id(), day));
                }
            }
        }
        return (field, value) ->
                here.stream()
                        .anyMatch(
                                refusal ->
                                        refusal.field().equals(field)
                                                && refusal.value().equals(value));
    }

    /** What must be sent, as few messages as the channel allows. */
    List<Batch> batches() {
        return folding.batches();
    }

    /** What of it closes nights that the channel goes on selling. */
    Pressing pressing() {
        return pressing;
    }

    List<Refusals.Ended> ended() {
        return Collections.unmodifiableList(ended);
    }

    /** Whether something must be said, or was said before, about what is not told. */
    boolean hasUntaken() {
        return said || !untaken.isEmpty() || !gate.holds().isEmpty();
    }

    List<Refusals.Untaken> untaken() {
        return Collections.unmodifiableList(untaken);
    }
}
