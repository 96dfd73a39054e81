package io.serai.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a hotel's content.
 *
 * @param kind its kind, as {@code room}
 * @param roomType the key of the room type of a room or a product; null for others
 * @param ratePlan the key of the rate plan of a rate plan or a product; null for others
 * @param code the hotel's code of it; of a product {@code ROOM/PLAN}
 */
public record PartId(
        String kind, @Nullable Integer roomType, @Nullable Integer ratePlan, String code) {

    /** The house itself. */
    public static final String PROPERTY = "property";

    /** A room type. */
    public static final String ROOM = "room";

    /** A rate plan. */
    public static final String RATE_PLAN = "rate-plan";

    /** A rate plan as sold for a room type. */
    public static final String PRODUCT = "product";

    /** The kinds of which a hotel has one part each. */
    public static final List<String> SINGLE =
            List.of(PROPERTY, "descriptions", "policies", "facilities", "contacts", "charges");

    /**
     * As the API names it: the kind, and after a colon the code where a hotel has several, of a
     * product {@code ROOM~PLAN}.
     */
    public String name() {
        return SINGLE.contains(kind) ? kind : kind + ":" + code.replace('/', '~');
    }
}
