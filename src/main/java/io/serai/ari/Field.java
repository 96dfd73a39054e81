package io.serai.ari;

import io.serai.channel.Level;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that a night has at a channel, beside its prices. The order is the bit in {@code
 * held_nights.unknown}; it never changes.
 */
public enum Field {
    ROOMS("rooms", Level.ROOM),
    ROOM_CLOSED("room-closed", Level.ROOM),
    CLOSED("closed", Level.PRODUCT),
    MIN_THROUGH("min-through", Level.PRODUCT),
    MAX_THROUGH("max-through", Level.PRODUCT),
    MIN_ARRIVAL("min-arrival", Level.PRODUCT),
    MAX_ARRIVAL("max-arrival", Level.PRODUCT),
    CTA("cta", Level.PRODUCT),
    CTD("ctd", Level.PRODUCT);

    /** How many there are; prices follow with {@link PriceLayout}. */
    public static final int COUNT = values().length;

    private static final Map<String, Field> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(Field::word, Function.identity()));

    private final String word;
    private final Level level;

    Field(String word, Level level) {
        this.word = word;
        this.level = level;
    }

    /** Its name in {@code channel.yaml}, messages and records. */
    public String word() {
        return word;
    }

    /** Whether it belongs to the room type or to a product. */
    public Level level() {
        return level;
    }

    /** Its bit in the record of what is held. */
    public int bit() {
        return 1 << ordinal();
    }

    /** The field of this name, or null: prices are not among them. */
    public static @Nullable Field of(String word) {
        return BY_WORD.get(word);
    }
}
