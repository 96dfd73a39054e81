package io.serai.hotel.night;

/**
 * A field of a night that may be written.
 *
 * @param word its name in the API
 * @param column its column
 * @param kind what it takes
 * @param unwritten what it is on a night that nobody wrote, as SQL
 */
public record NightField(String word, String column, ValueKind kind, String unwritten) {

    static NightField flag(String word, String column) {
        return new NightField(word, column, ValueKind.FLAG, "false");
    }

    static NightField rooms(String word, String column) {
        return new NightField(word, column, ValueKind.ROOMS, "0");
    }

    static NightField roomsOrNone(String word, String column) {
        return new NightField(word, column, ValueKind.ROOMS_OR_NONE, "null");
    }

    static NightField stay(String word, String column) {
        return new NightField(word, column, ValueKind.STAY, "null");
    }

    static NightField prices(String word, String column) {
        return new NightField(word, column, ValueKind.PRICES, "null");
    }

    /** The name by which a plan with one price may give it. */
    public String singular() {
        return word.substring(0, word.length() - 1);
    }

    /** Whether it holds prices. */
    public boolean isPrices() {
        return kind == ValueKind.PRICES;
    }

    String named() {
        return column + "_named";
    }
}
