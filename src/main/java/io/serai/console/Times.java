package io.serai.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and nights, written for people. */
public final class Times {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

    private Times() {}

    /** The day and the minute, in full. */
    public static String now(Instant moment, ZoneId zone) {
        return NOW.format(moment.atZone(zone));
    }

    /** To the second, without the year. */
    public static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    /** To the minute, without the year. */
    public static String minute(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }

    /** A day with its year. */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** A day with its name. */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** From the first to the last night, both included. */
    public static String nights(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return DATE.format(first);
        }
        boolean oneYear = first.getYear() == last.getYear();
        return (oneYear ? DAY : DATE).format(first) + " – " + DATE.format(last);
    }

    /** Until when a channel has to be told something, and how long that is. */
    public static String deadline(Instant until, Instant now, ZoneId zone) {
        return until.isBefore(now)
                ? "expired "
                        + minute(until, zone)
                        + ", not confirmed: the channel tells it by e-mail"
                : "to be confirmed by "
                        + minute(until, zone)
                        + " ("
                        + roughly(Duration.between(now, until))
                        + " left)";
    }

    /** How long something lasts, roughly: it changes at most once a minute. */
    public static String roughly(Duration duration) {
        if (duration.toMinutes() < 1) {
            return "less than a minute";
        }
        if (duration.toHours() < 1) {
            return duration.toMinutes() + " min";
        }
        return duration.toDays() < 1
                ? duration.toHours() + " h"
                : Words.counted(duration.toDays(), "day");
    }
}
