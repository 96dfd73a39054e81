package io.serai.alert;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a person must know as long as it lasts.
 *
 * @param kind its kind's name
 * @param hotel whose it is; null: of an account that serves several, or of Serai itself
 * @param hotelName what the hotel is called; null: it is of none
 * @param zone the hotel's
 * @param provider the channel's code; null: it is about none
 * @param severity note, warning or urgent
 * @param title in one line
 * @param words the facts with their values
 * @param todo what to do
 * @param page the path of the page where that is done
 * @param since since when it lasts
 * @param endedAt when it ended; null: it lasts
 * @param returns how often it came again soon after it had ended
 * @param acknowledgedAt when a person said that they know of it; null: nobody did
 */
public record Alert(
        long id,
        String kind,
        @Nullable Integer hotel,
        @Nullable String hotelName,
        ZoneId zone,
        @Nullable Integer connection,
        @Nullable Long account,
        @Nullable String provider,
        String severity,
        String title,
        String words,
        String todo,
        String page,
        Instant since,
        Instant raisedAt,
        @Nullable Instant endedAt,
        int returns,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    /** Whether it lasts. */
    public boolean lasts() {
        return endedAt == null;
    }

    /** Whether it lasts, and nobody said that they know of it. */
    public boolean isNew() {
        return endedAt == null && acknowledgedAt == null;
    }

    /** Its kind, as people read it. */
    public String label() {
        return AlertKind.words().contains(kind) ? AlertKind.of(kind).label() : kind;
    }
}
