package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each value within its bounds, and the count for sale only at the room type. */
final class ValueRule implements Rule {

    /** A count of 255 means unlimited. */
    static final int UNLIMITED = 255;

    private static final int LONGEST_STAY = 90;
    private static final int LONGEST_ADVANCE = 24 * 365 * 2;

    @Override
    public @Nullable Problem broken(Target target) {
        if (!(target.update().ask() instanceof Ask.OfNights nights)) {
            return null;
        }
        if (nights.values().isEmpty() && nights.prices().isEmpty()) {
            return target.problem("NOTHING_TO_SET", "the message sets nothing");
        }
        if (nights.values().containsKey(Field.ROOMS_LEFT) && target.update().rate() != null) {
            return target.problem("ROOMS_TO_SELL_IS_OF_THE_ROOM", "a count takes no rate");
        }
        return nights.values().entrySet().stream()
                .filter(e -> e.getValue() < 0 || e.getValue() > most(e.getKey()))
                .findFirst()
                .map(e -> outOfBounds(target, e))
                .orElse(null);
    }

    private static Problem outOfBounds(Target target, Map.Entry<Field, Integer> met) {
        return target.problem(
                met.getKey() == Field.ROOMS_LEFT ? "ROOMS_TO_SELL_INVALID" : "VALUE_INVALID",
                met.getKey()
                        + " is "
                        + met.getValue()
                        + " (expected: 0 to "
                        + most(met.getKey())
                        + ")");
    }

    private static int most(Field field) {
        return switch (field) {
            case ROOMS_LEFT -> UNLIMITED;
            case CLOSED, CTA, CTD -> 1;
            case MIN_ADVANCE, MAX_ADVANCE -> LONGEST_ADVANCE;
            default -> LONGEST_STAY;
        };
    }
}
