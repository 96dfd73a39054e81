package io.serai.hotel.sale;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stay with its price, and whether it can be booked.
 *
 * @param roomType the code of the room type
 * @param ratePlan the code of the rate plan
 * @param left the fewest rooms left on any of its nights
 * @param nights in order
 * @param why it cannot be booked; none: it can
 */
public record Offer(
        Stay stay,
        String roomType,
        String ratePlan,
        int left,
        List<Night> nights,
        List<Unsold> why) {

    /**
     * A night of it.
     *
     * @param price minor units of the hotel's currency; null: it has none
     * @param left rooms left, before this stay is booked
     */
    public record Night(LocalDate night, @Nullable Long price, int left) {}

    /** Whether it can be booked. */
    public boolean isBookable() {
        return why.isEmpty();
    }

    /** Minor units of all nights; null where one has no price. */
    public @Nullable Long total() {
        return nights.stream().map(Night::price).anyMatch(Objects::isNull)
                ? null
                : nights.stream().map(Night::price).mapToLong(Long::longValue).sum();
    }
}
