package io.serai.console.inbox;

import io.serai.alert.Alert;
import io.serai.console.Times;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert, as it is shown.
 *
 * @param hotel its hotel's name; empty: it is of none
 * @param ended when it ended, after how long; empty: it lasts
 * @param known who said that they know of it, and when; empty: nobody
 * @param offers whether whoever looks may say that they know of it
 */
record AlertRow(
        long id,
        String label,
        String severity,
        String title,
        String words,
        String todo,
        String page,
        String hotel,
        String since,
        String ended,
        String known,
        int returns,
        boolean lasts,
        boolean offers) {

    static AlertRow of(Alert alert, boolean offers) {
        Instant ended = alert.endedAt();
        return new AlertRow(
                alert.id(),
                alert.label(),
                alert.severity(),
                alert.title(),
                alert.words(),
                alert.todo(),
                alert.page(),
                alert.hotelName() == null ? "" : alert.hotelName(),
                minute(alert, alert.since()),
                ended == null
                        ? ""
                        : minute(alert, ended)
                                + ", after "
                                + Times.roughly(Duration.between(alert.since(), ended)),
                alert.acknowledgedBy() == null
                        ? ""
                        : alert.acknowledgedBy() + ", " + minute(alert, alert.acknowledgedAt()),
                alert.returns(),
                alert.lasts(),
                offers);
    }

    private static String minute(Alert alert, @Nullable Instant at) {
        return at == null
                ? ""
                : Times.minute(at, alert.zone()) + (alert.hotel() == null ? " UTC" : "");
    }
}
