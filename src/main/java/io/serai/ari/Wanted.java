package io.serai.ari;

import io.serai.channel.FieldRule;
import io.serai.channel.Substitute;
import java.util.List;

/**
 * What is wanted at a channel for a night: a pure function of what the hotel set and the channel's
 * terms. A value that the channel does not take, or that it inherits there, is not wanted.
 */
public final class Wanted {

    private static final List<Field> RESTRICTIONS =
            List.of(
                    Field.MIN_THROUGH,
                    Field.MAX_THROUGH,
                    Field.MIN_ARRIVAL,
                    Field.MAX_ARRIVAL,
                    Field.CTA,
                    Field.CTD);

    private Wanted() {}

    /**
     * Rooms to sell: what the connection gets of those left, never below 0 nor beyond what the
     * channel counts to; none where a room type is closed and the channel would open it again by
     * itself.
     */
    public static Cell room(Terms terms, RoomNight night) {
        return room(terms, night, RoomSteps.NOBODY);
    }

    /** As {@link #room(Terms, RoomNight)}, for who wants to hear how the rooms come to be. */
    public static Cell room(Terms terms, RoomNight night, RoomSteps steps) {
        Cell wanted = Cell.empty(0);
        if (terms.remote().inherits()) {
            return wanted;
        }
        if (terms.takes(Field.ROOMS)) {
            int rooms = terms.remote().allotment().share(night.left(steps), steps);
            boolean none = night.closed() && terms.closingEmpties();
            rooms = steps.step(RoomSteps.Kind.CLOSED, rooms, none ? 0 : rooms);
            int counted = within(terms.rule(Field.ROOMS), rooms);
            wanted.set(Field.ROOMS, steps.step(RoomSteps.Kind.CHANNEL, rooms, counted));
        }
        if (terms.takes(Field.ROOM_CLOSED)) {
            wanted.set(Field.ROOM_CLOSED, night.closed());
        }
        return wanted;
    }

    /** Price and restrictions; a product without a price is wanted closed. */
    public static Cell rate(Terms terms, RateNight night, Untaken untaken) {
        Cell wanted = Cell.empty(terms.remote().prices());
        if (terms.remote().inherits()) {
            return wanted;
        }
        boolean closed = night.closed();
        boolean sold =
                terms.priced() && PriceMapping.write(terms.remote(), terms.prices(), night, wanted);
        if (!sold && !night.unpriced()) {
            untaken.say(
                    terms.remote().layout().word(), terms.remote().plan().word(), Substitute.CLOSE);
        }
        closed |= !sold;
        Stays stays = Stays.of(terms, wanted);
        boolean excluded = stays.excludedBy(night.minArrival(), night.maxArrival());
        closed |= excluded;
        for (Field field : RESTRICTIONS) {
            int set = night.restriction(field);
            int value = excluded || !terms.takes(field) ? set : stays.narrowed(field, set);
            if (terms.takes(field) && !isLongerThanCounted(terms, field, value)) {
                put(terms, wanted, field, value);
            } else if (terms.takes(field)) {
                untaken.say(field.word(), Integer.toString(value), Substitute.CLOSE);
                closed = true;
            } else if (value != 0) {
                Substitute substitute = terms.substitute(field);
                untaken.say(field.word(), Integer.toString(value), substitute);
                closed |= substitute == Substitute.CLOSE;
            }
        }
        if (terms.takes(Field.CLOSED)) {
            wanted.set(Field.CLOSED, closed);
        }
        return wanted;
    }

    /** Has a night sell nothing, whatever the hotel set. */
    public static void close(Terms terms, Cell wanted) {
        if (terms.remote().inherits()) {
            return;
        }
        if (terms.takes(Field.ROOMS)) {
            wanted.set(Field.ROOMS, within(terms.rule(Field.ROOMS), 0));
        }
        if (terms.takes(Field.ROOM_CLOSED)) {
            wanted.set(Field.ROOM_CLOSED, true);
        }
        if (terms.takes(Field.CLOSED)) {
            wanted.set(Field.CLOSED, true);
        }
    }

    private static void put(Terms terms, Cell wanted, Field field, int value) {
        if (field == Field.CTA || field == Field.CTD) {
            wanted.set(field, value);
            return;
        }
        FieldRule rule = terms.rule(field);
        if (value != 0) {
            wanted.set(field, within(rule, value));
        } else if (rule.none() != null) {
            wanted.set(field, rule.none());
        }
    }

    /** A shortest stay that the channel cannot count to: a shorter one would be sold instead. */
    private static boolean isLongerThanCounted(Terms terms, Field field, int value) {
        Integer most = terms.rule(field).max();
        boolean shortest = field == Field.MIN_THROUGH || field == Field.MIN_ARRIVAL;
        return shortest && most != null && value > most;
    }

    private static int within(FieldRule rule, int value) {
        int least = rule.min() == null ? value : Math.max(rule.min(), value);
        return rule.max() == null ? least : Math.min(rule.max(), least);
    }

    /** Hears of what the hotel set and the channel does not take. */
    @FunctionalInterface
    public interface Untaken {

        /** Hears nothing. */
        Untaken NOBODY = (field, value, substitute) -> {};

        /**
         * @param field the field's name
         * @param value what the hotel set
         * @param substitute what is done instead
         */
        void say(String field, String value, Substitute substitute);
    }
}
