package io.serai.ari;

/**
 * Prices that are wanted and not told. What the channel accepted last stays wanted instead; a night
 * that is closed there, or that it never had a price for, stays closed, so that nobody books it for
 * a price of long ago.
 */
public final class KeptBack {

    private KeptBack() {}

    /** Whether the channel accepted all wanted prices already: there is nothing to keep back. */
    public static boolean isAccepted(Cell wanted, Held held) {
        for (int position = 0; position < wanted.prices(); position++) {
            long price = wanted.price(position);
            if (price != Cell.NONE && price != held.accepted(position)) {
                return false;
            }
        }
        return true;
    }

    /** Names all prices of a night. */
    public static void name(Remote remote, Cell wanted, String words, Hearer hearer) {
        if (remote.layout() == PriceLayout.STAY) {
            hearer.say(remote.layout().word(), wanted.pricesText(), words);
        }
        for (int position = 0; position < wanted.prices(); position++) {
            long price = wanted.price(position);
            if (price != Cell.NONE && remote.layout() != PriceLayout.STAY) {
                hearer.say(remote.layout().name(position), Long.toString(price), words);
            }
        }
    }

    /** Has the channel keep all prices it accepted last. */
    public static void all(Cell wanted, Held held, Hearer hearer) {
        for (int position = 0; position < wanted.prices(); position++) {
            wanted.price(position, held.accepted(position));
        }
        stayClosed(wanted, held, hearer);
    }

    /** Lets nothing be booked for prices that are kept that cannot be booked there now. */
    public static void narrow(Terms terms, Cell wanted, Held held) {
        Stays.narrow(terms, wanted, held.values());
    }

    /** Leaves a night closed that is so there, or of which the channel would have no price. */
    static void stayClosed(Cell wanted, Held held, Hearer hearer) {
        boolean opens = wanted.has(Field.CLOSED) && wanted.get(Field.CLOSED) == 0;
        if (opens && (wanted.isUnpriced() || isClosed(held.values()))) {
            hearer.say(Field.CLOSED.word(), "0", "closed there until its price is told");
            wanted.set(Field.CLOSED, true);
        }
    }

    private static boolean isClosed(Cell held) {
        return held.has(Field.CLOSED) && held.get(Field.CLOSED) == 1;
    }

    /** Hears of what is kept back. */
    @FunctionalInterface
    public interface Hearer {

        /**
         * @param field the value's name, as {@code price:2}
         * @param value the value, money in minor units
         * @param words why
         */
        void say(String field, String value, String words);
    }
}
