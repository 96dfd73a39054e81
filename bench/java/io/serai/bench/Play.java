package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.bench.Act.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Lets guests act at the channels as fast as these answer, each channel's guests one after the
 * other, and remembers what was promised to whom: what Serai has to agree with in the end.
 */
final class Play {

    private static final int EVERY_NTH_BY_CARD = 3;

    private final Division division;
    private final Hotel hotel;
    private final Map<String, Stay> standing = new HashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final Fewest fewest;
    private int acted;
    private int refusedThoughFree;
    private int moot;

    Play(Division division, Hotel hotel, List<Seller> sellers) {
        this.fewest = new Fewest(sellers);
        this.division = division;
        this.hotel = hotel;
    }

    /**
     * All acts, those at a channel in order; the consumer hears, one call at a time, how many are
     * done.
     */
    void run(List<Act> acts, IntConsumer progress) {
        var bySeller = acts.stream().collect(Collectors.groupingBy(act -> division.of(act.ref())));
        try {
            CompletableFuture.allOf(
                            bySeller.entrySet().stream()
                                    .map(
                                            own ->
                                                    CompletableFuture.runAsync(
                                                            () ->
                                                                    act(
                                                                            own.getKey(),
                                                                            own.getValue(),
                                                                            progress)))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("guests could not act", failed.getCause());
        }
    }

    private void act(Seller seller, List<Act> acts, IntConsumer progress) {
        for (var act : acts) {
            act(seller, act);
            synchronized (this) {
                progress.accept(++acted);
            }
        }
    }

    /** One act. */
    void act(Act act) {
        act(division.of(act.ref()), act);
    }

    private void act(Seller seller, Act act) {
        var outcomes =
                seller.desk()
                        .post(
                                "/sandbox/hotels/" + seller.hotel() + "/guest-acts",
                                List.of(message(seller, act)));
        synchronized (this) {
            settle(seller, act, outcomes.get(0));
        }
    }

    private void settle(Seller seller, Act act, JsonNode outcome) {
        var kind = act.kind().name().toLowerCase(Locale.ROOT);
        var before = standing.get(act.ref());
        if (outcome.get("status").asInt() < 300) {
            done.merge(kind, 1, Integer::sum);
            deeds.add(
                    new Deed(
                            Instant.now(),
                            seller,
                            act.ref(),
                            before,
                            act.kind() == Kind.CANCEL ? null : act.stay()));
            if (before != null) {
                hotel.house().release(before);
            }
            fewest.add(seller, before, act.kind() == Kind.CANCEL ? null : act.stay());
            if (act.kind() == Kind.CANCEL) {
                cancelled.add(act.ref());
            } else {
                hotel.house().take(act.stay());
                standing.put(act.ref(), act.stay());
            }
        } else if (act.kind() != Kind.BOOK && before == null) {
            moot++;
        } else {
            refused.merge(kind + ": " + outcome.get("code").asText(), 1, Integer::sum);
            if (isFree(act.stay(), before)) {
                refusedThoughFree++;
            }
        }
    }

    /** Whether the house had room, the guest's own until now included. */
    private boolean isFree(Stay asked, @org.jspecify.annotations.Nullable Stay before) {
        if (before != null) {
            hotel.house().release(before);
        }
        var free = hotel.house().hasRoomFor(asked);
        if (before != null) {
            hotel.house().take(before);
        }
        return free;
    }

    private Map<String, Object> message(Seller seller, Act act) {
        var message = new HashMap<String, Object>();
        message.put("act", act.kind().name().toLowerCase(Locale.ROOT));
        message.put("ref", act.ref());
        if (act.kind() != Kind.CANCEL) {
            message.put("booking", booking(seller, act.ref(), act.stay()));
        }
        return message;
    }

    private Map<String, Object> booking(Seller seller, String ref, Stay stay) {
        var room =
                Map.of(
                        "room",
                        seller.room(hotel, stay.roomType()),
                        "rate",
                        seller.rate(hotel, stay.roomType(), stay.ratePlan()),
                        "adults",
                        stay.adults(),
                        "children",
                        stay.children(),
                        "guest",
                        "Guest " + ref);
        return Map.of(
                "ref",
                ref,
                "arrival",
                stay.arrival().toString(),
                "departure",
                stay.departure().toString(),
                "rooms",
                List.of(room),
                "booker",
                Map.of("firstName", "Guest", "lastName", ref, "email", ref + "@example.com"),
                "card",
                ref.hashCode() % EVERY_NTH_BY_CARD == 0);
    }

    /** What was done, in order. */
    List<Deed> deeds() {
        return deeds;
    }

    /** Acts that were done, by kind. */
    Map<String, Integer> done() {
        return done;
    }

    /** Acts that a channel refused, by kind and reason. */
    Map<String, Integer> refused() {
        return refused;
    }

    /** Of these, how many although a room was free: Serai had not said so yet. */
    int refusedThoughFree() {
        return refusedThoughFree;
    }

    /** Changes and cancellations of what had been refused. */
    int moot() {
        return moot;
    }

    Fewest fewest() {
        return fewest;
    }

    /** The last stay of each booking made, by the guest's name of it. */
    Map<String, Stay> standing() {
        return standing;
    }

    boolean isCancelled(String ref) {
        return cancelled.contains(ref);
    }
}
