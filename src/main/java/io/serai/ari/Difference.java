package io.serai.ari;

import org.jspecify.annotations.Nullable;

/**
 * What a channel must be told for a night: wanted minus held. A value differs when it is unknown,
 * or when it is not the one held and not one that the channel refused.
 */
public final class Difference {

    private Difference() {}

    /** The values to send, or null when there are none. */
    public static @Nullable Cell of(Terms terms, Cell wanted, Held held, Refused refused) {
        Cell send = null;
        int companions = 0;
        for (Field field : Field.values()) {
            if (wanted.has(field) && differs(field, wanted, held, refused)) {
                send = send == null ? Cell.empty(wanted.prices()) : send;
                send.set(field, wanted.get(field));
                companions |= companions(terms, field, wanted, held);
            }
        }
        for (Field field : Field.values()) {
            if ((companions & field.bit()) != 0 && wanted.has(field) && !send.has(field)) {
                send.set(field, wanted.get(field));
            }
        }
        return prices(terms, wanted, held, refused, send);
    }

    private static boolean differs(Field field, Cell wanted, Held held, Refused refused) {
        return !isHeld(field, wanted, held)
                && !refused.is(field.word(), Integer.toString(wanted.get(field)));
    }

    /**
     * What goes with a field: nothing while it is certain what the channel holds of it and that the
     * channel holds the others as they are wanted.
     */
    private static int companions(Terms terms, Field sent, Cell wanted, Held held) {
        int companions = terms.companions(sent);
        boolean certain = isKnown(sent, held);
        for (Field field : Field.values()) {
            boolean goesWithIt = (companions & field.bit()) != 0 && wanted.has(field);
            certain &= !goesWithIt || field == sent || isHeld(field, wanted, held);
        }
        return certain ? 0 : companions;
    }

    private static boolean isHeld(Field field, Cell wanted, Held held) {
        return isKnown(field, held) && held.values().get(field) == wanted.get(field);
    }

    private static boolean isKnown(Field field, Held held) {
        return (held.unknown() & field.bit()) == 0 && held.values().has(field);
    }

    private static @Nullable Cell prices(
            Terms terms, Cell wanted, Held held, Refused refused, @Nullable Cell send) {
        if (wanted.isUnpriced()) {
            return send;
        }
        PriceLayout layout = terms.remote().layout();
        if (layout == PriceLayout.STAY) {
            return stays(terms, wanted, held, refused, send);
        }
        if (terms.wholePrices()) {
            return whole(terms, wanted, held, refused, send);
        }
        Cell sending = send;
        for (int position = 0; position < wanted.prices(); position++) {
            if (differs(layout, position, wanted, held, refused)) {
                sending = sending == null ? Cell.empty(wanted.prices()) : sending;
                sending.price(position, wanted.price(position));
            }
        }
        return sending;
    }

    private static boolean differs(
            PriceLayout layout, int position, Cell wanted, Held held, Refused refused) {
        long price = wanted.price(position);
        if (price == Cell.NONE) {
            return false;
        }
        boolean known = (held.unknown() & layout.bit(position)) == 0;
        if (known && held.values().price(position) == price) {
            return false;
        }
        return !refused.is(layout.name(position), Long.toString(price));
    }

    private static @Nullable Cell stays(
            Terms terms, Cell wanted, Held held, Refused refused, @Nullable Cell send) {
        boolean known = (held.unknown() & PriceLayout.WHOLE) == 0;
        if ((known && isHeld(terms, wanted, held.values()))
                || refused.is(PriceLayout.STAY.word(), wanted.pricesText())) {
            return send;
        }
        return withAllPrices(wanted, send);
    }

    /** What the channel keeps of its own accord may be more than what is wanted. */
    private static boolean isHeld(Terms terms, Cell wanted, Cell held) {
        return terms.keepsPrices() ? held.hasPricesOf(wanted) : held.samePrices(wanted);
    }

    /** All prices when one differs, or is not sold any more. */
    private static @Nullable Cell whole(
            Terms terms, Cell wanted, Held held, Refused refused, @Nullable Cell send) {
        PriceLayout layout = terms.remote().layout();
        for (int position = 0; position < wanted.prices(); position++) {
            boolean gone =
                    !terms.keepsPrices()
                            && wanted.price(position) == Cell.NONE
                            && held.values().price(position) != Cell.NONE;
            if (gone || differs(layout, position, wanted, held, refused)) {
                return withAllPrices(wanted, send);
            }
        }
        return send;
    }

    private static Cell withAllPrices(Cell wanted, @Nullable Cell send) {
        Cell sending = send == null ? Cell.empty(wanted.prices()) : send;
        for (int position = 0; position < wanted.prices(); position++) {
            sending.price(position, wanted.price(position));
        }
        return sending;
    }

    /** Knows what the channel refused for the night in question. */
    @FunctionalInterface
    public interface Refused {

        /** Refused nothing. */
        Refused NOTHING = (field, value) -> false;

        /** Whether the channel refused this value of the field. */
        boolean is(String field, String value);
    }
}
