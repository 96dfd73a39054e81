package io.serai.ari;

/**
 * Prices that are wanted and not told. What the channel accepted last stays wanted instead; a night
 * that it never had a price for stays closed there, so that it is not sold for any.
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

    /** Keeps all prices of a night back and names each. */
    public static void all(Remote remote, Cell wanted, Held held, String words, Hearer hearer) {
        if (remote.layout() == PriceLayout.STAY) {
            hearer.say(remote.layout().word(), wanted.pricesText(), words);
        }
        for (int position = 0; position < wanted.prices(); position++) {
            long price = wanted.price(position);
            if (price != Cell.NONE && remote.layout() != PriceLayout.STAY) {
                hearer.say(remote.layout().name(position), Long.toString(price), words);
            }
        }
        replace(wanted, held, hearer);
    }

    /** Has the channel keep all prices it accepted last. */
    static void replace(Cell wanted, Held held, Hearer hearer) {
        for (int position = 0; position < wanted.prices(); position++) {
            wanted.price(position, held.accepted(position));
        }
        closeUnpriced(wanted, hearer);
    }

    /** Closes a night of which the channel would have no price at all. */
    static void closeUnpriced(Cell wanted, Hearer hearer) {
        if (wanted.isUnpriced() && wanted.has(Field.CLOSED) && wanted.get(Field.CLOSED) == 0) {
            hearer.say(Field.CLOSED.word(), "0", "closed there until it has a price");
            wanted.set(Field.CLOSED, true);
        }
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
