package io.serai.hotel.night;

/** What values a field of a night takes. */
public enum ValueKind {
    /** Yes or no. */
    FLAG("boolean", "true or false"),
    /** A number of rooms, 0 to 32767. */
    ROOMS("smallint", "0 to " + Short.MAX_VALUE + " rooms"),
    /** A number of rooms, 0 to 32767, or none: as the room type says. */
    ROOMS_OR_NONE("smallint", "0 to " + Short.MAX_VALUE + " rooms, or null: as the room type says"),
    /** A number of nights, 1 to 32767, or none. */
    STAY("smallint", "1 to " + Short.MAX_VALUE + " nights, or null for none"),
    /** Prices, laid out by the rate plan, or none. */
    PRICES("bigint[]", "prices as \"120.50\", or null for none");

    private final String type;
    private final String expected;

    ValueKind(String type, String expected) {
        this.type = type;
        this.expected = expected;
    }

    /** The type of its column. */
    String type() {
        return type;
    }

    /** What may be given, in words. */
    String expected() {
        return expected;
    }

    /** The type of its column in a staging table. */
    String staged() {
        return this == PRICES ? "bigint[]" : "bigint";
    }

    /** The latest value staged for a night, where one was. */
    String latest(String column) {
        return switch (this) {
            case PRICES ->
                    "case when cardinality(max(%s)) > 1 then (max(%1$s))[2:] end".formatted(column);
            case FLAG -> "((max(%s) & 65535) - 1)::integer::boolean".formatted(column);
            case ROOMS, ROOMS_OR_NONE, STAY ->
                    "(nullif(max(%s) & 65535, 0) - 1)::smallint".formatted(column);
        };
    }
}
