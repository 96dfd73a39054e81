package io.serai.ari.price;

/**
 * How much of a hotel is sold, in whole percent rounded down, 0 to 100. Where no rooms can be sold,
 * all are: 100. Asked only by rules that depend on it.
 */
public interface Occupancies {

    /** Nothing is sold. */
    Occupancies NONE =
            new Occupancies() {
                @Override
                public int ofRoomType(int roomType, int night) {
                    return 0;
                }

                @Override
                public int ofHotel(int night) {
                    return 0;
                }
            };

    /**
     * Of a room type.
     *
     * @param night in days since 1970-01-01
     */
    int ofRoomType(int roomType, int night);

    /** Of all room types of the hotel together. */
    int ofHotel(int night);

    /** Percent of rooms that are sold of those that could be. */
    static int percent(long sold, long rooms) {
        return rooms <= 0 ? 100 : (int) Math.min(sold * 100 / rooms, 100);
    }
}
