package io.serai.alert;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of alerts.
 *
 * @param hotel whose; null: of all hotels, and of Serai's own
 * @param isSet whether it stands in the settings, and is changed there
 * @param disabledReason why Serai itself ended it; null: it did not
 * @param waiting messages that are not taken yet
 * @param parked messages that were given up
 * @param lastWords why the last one that was not taken was not; null: it was
 */
public record Receiver(
        long id,
        @Nullable Integer hotel,
        Wish wish,
        boolean isSet,
        @Nullable String disabledReason,
        int waiting,
        int parked,
        @Nullable String lastWords,
        @Nullable OffsetDateTime toldAt,
        OffsetDateTime createdAt) {

    /** The way of one that is told by mail. */
    public static final String MAIL = "mail";

    /** The way of one that is told by webhook. */
    public static final String WEBHOOK = "webhook";

    /**
     * What is chosen of it.
     *
     * @param name what people call it
     * @param way mail or webhook
     * @param address of the mail box, or where the webhook is
     * @param kinds which kinds; none: all
     * @param least the least severity
     */
    public record Wish(
            String name,
            String way,
            String address,
            List<String> kinds,
            Severity least,
            boolean enabled) {

        public Wish {
            kinds = List.copyOf(kinds);
        }
    }
}
