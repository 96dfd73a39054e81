package io.serai.ari;

/**
 * Which values of a night may be told a message ahead of the others, where the last place of a
 * message is too small for all of them: arrivals, departures, lengths of stay, then prices; lengths
 * that a channel judges by each other, and all prices, only together. Whether it is open comes
 * last, so that nothing is sold by halves.
 */
final class Ahead {

    private static final int[] BLOCKS = {
        Field.CTA.bit(),
        Field.CTD.bit(),
        Field.MIN_THROUGH.bit() | Field.MAX_THROUGH.bit(),
        Field.MIN_ARRIVAL.bit() | Field.MAX_ARRIVAL.bit(),
        ~(Field.ROOMS.bit()
                | Field.ROOM_CLOSED.bit()
                | Field.CLOSED.bit()
                | Field.MIN_THROUGH.bit()
                | Field.MAX_THROUGH.bit()
                | Field.MIN_ARRIVAL.bit()
                | Field.MAX_ARRIVAL.bit()
                | Field.CTA.bit()
                | Field.CTD.bit())
    };

    private Ahead() {}

    /** The bits of as many values as there is place for, never of all; 0 for none. */
    static int bits(Range night, int place) {
        int bits = 0;
        int left = Math.min(place, night.valuesANight() - 1);
        for (int block : BLOCKS) {
            Range part = night.only(block);
            int size = part == null ? 0 : part.valuesANight();
            if (size <= left) {
                bits |= part == null ? 0 : block;
                left -= size;
            }
        }
        return bits;
    }
}
