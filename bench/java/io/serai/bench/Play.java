package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.bench.Act.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Lets guests act at the channel one after the other, as fast as it answers, and remembers what was
 * promised to whom: what Serai has to agree with in the end.
 */
final class Play {

    private static final int AT_ONCE = 25;
    private static final int EVERY_NTH_BY_CARD = 3;

    private final ChannelDesk desk;
    private final Hotel hotel;
    private final Map<String, Stay> standing = new HashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Freed freed = new Freed();
    private int refusedThoughFree;
    private int moot;

    Play(ChannelDesk desk, Hotel hotel) {
        this.desk = desk;
        this.hotel = hotel;
    }

    /** All acts in order; the consumer hears after each batch how many are done. */
    void run(List<Act> acts, IntConsumer progress) {
        for (int from = 0; from < acts.size(); from += AT_ONCE) {
            var batch = acts.subList(from, Math.min(acts.size(), from + AT_ONCE));
            var outcomes =
                    desk.post(
                            "/sandbox/hotels/" + Hotel.REMOTE + "/guest-acts",
                            batch.stream().map(this::message).toList());
            for (int i = 0; i < batch.size(); i++) {
                settle(batch.get(i), outcomes.get(i));
            }
            progress.accept(from + batch.size());
        }
    }

    private void settle(Act act, JsonNode outcome) {
        var kind = act.kind().name().toLowerCase(Locale.ROOT);
        var before = standing.get(act.ref());
        if (outcome.get("status").asInt() < 300) {
            done.merge(kind, 1, Integer::sum);
            if (before != null) {
                hotel.house().release(before);
                freed.add(before, act.kind() == Kind.CANCEL ? null : act.stay());
            }
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

    private Map<String, Object> message(Act act) {
        var message = new HashMap<String, Object>();
        message.put("act", act.kind().name().toLowerCase(Locale.ROOT));
        message.put("ref", act.ref());
        if (act.kind() != Kind.CANCEL) {
            message.put("booking", booking(act.ref(), act.stay()));
        }
        return message;
    }

    private Map<String, Object> booking(String ref, Stay stay) {
        var room =
                Map.of(
                        "room",
                        hotel.remoteRoom(stay.roomType()),
                        "rate",
                        hotel.remoteRate(stay.ratePlan()),
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

    /** Acts that were done, by kind. */
    Map<String, Integer> done() {
        return done;
    }

    /** Acts that the channel refused, by kind and reason. */
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

    Freed freed() {
        return freed;
    }

    /** The last stay of each booking made, by the guest's name of it. */
    Map<String, Stay> standing() {
        return standing;
    }

    boolean isCancelled(String ref) {
        return cancelled.contains(ref);
    }
}
