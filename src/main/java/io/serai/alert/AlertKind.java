package io.serai.alert;

import static io.serai.alert.Severity.NOTE;
import static io.serai.alert.Severity.URGENT;
import static io.serai.alert.Severity.WARNING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What alerts there are, how much each hurries, and what to do about it. */
public enum AlertKind {
    /** The channel, or somebody's mistake, stopped a connection until a person acts. */
    CONNECTION_STOPPED(
            URGENT,
            "Connection stopped",
            "Read the reason at the connection, put it right here or at the channel, then have it tried again."),
    /** A ladder of retries ended. */
    CONNECTION_HELD(
            URGENT,
            "Connection held",
            "See whether the channel works again: then try again at the connection; it is tried each hour by itself."),
    /** The database was restored: what was sent since the backup is not known. */
    DATABASE_RESTORED(
            URGENT,
            "Database restored",
            "Set again what was changed since the backup, then have the connection told everything again, on its page; or say there that nothing was lost."),
    /** A change was not sent for too long. */
    CHANGE_WAITING(
            WARNING,
            "Change waits too long",
            "See at the connection what it waits for: its limits, its retries, or a full sync."),
    /** Too many messages were answered with an error or a warning. */
    MESSAGES_REFUSED(
            WARNING,
            "Messages refused",
            "Read the channel's words beside the refused values and put those right; other values are sent by themselves."),
    /** What a message carried waits for other values. */
    MESSAGE_GIVEN_UP(
            WARNING,
            "Message given up",
            "Read the channel's words beside the refused values, set others, or try them again."),
    /** No call was answered. */
    CHANNEL_UNREACHABLE(
            URGENT,
            "Channel unreachable",
            "See whether the channel says that it is down, and whether this machine reaches the Internet; what waits is sent by itself afterwards."),
    /** Too many calls to an endpoint failed. */
    CALLS_FAILING(
            WARNING,
            "Calls fail",
            "Read the latest calls and what came back at the connection; ask the channel where the reason lies with it."),
    /** Half the time is over that a channel waits for our confirmation. */
    CONFIRMATION_LATE(
            URGENT,
            "Booking not confirmed",
            "Look at the booking and why it is not confirmed; it is tried again until the channel gives up.",
            true),
    /** The channel waits no longer for our confirmation. */
    CONFIRMATION_EXPIRED(
            URGENT,
            "Confirmation too late",
            "The channel tells the hotel by e-mail: see that the booking is counted once, and no room is sold twice.",
            true),
    /** A webhook that was called regularly is not any more. */
    WEBHOOK_SILENT(
            WARNING,
            "Webhook silent",
            "See on the page of its webhooks that the address leads here, and have the channel send a test; bookings are asked for meanwhile."),
    /** The channel does not let an account in. */
    CREDENTIALS_REFUSED(
            URGENT,
            "Credentials refused",
            "Enter credentials that the channel takes: they are tried before they are kept."),
    /** Credentials end soon. */
    CREDENTIALS_ENDING(
            WARNING,
            "Credentials end soon",
            "Get new ones from the channel and enter them before that day."),
    /** Credentials are old. */
    CREDENTIALS_OLD(NOTE, "Credentials are old", "Get new ones from the channel and enter them."),
    /** Little space is left where data lie. */
    DISK_FULL(
            URGENT,
            "Disk nearly full",
            "Free space there, or give it more: on a full disk nothing is taken in any more."),
    /** Messages wait for a person. */
    MESSAGES_PARKED(
            WARNING,
            "Messages parked",
            "Read the reason in the inbox, put it right, then send it again or set it aside.",
            true),
    /** A hotel's own system was not told. */
    HOOK_PARKED(
            WARNING,
            "Own system not told",
            "See that the system answers at its address, then tell it again what was given up."),
    /** A job was due and nobody began it. */
    JOB_LATE(
            WARNING,
            "Job late",
            "See on the page of jobs whether an instance runs; run the job there."),
    /** A job's last run failed. */
    JOB_FAILED(
            WARNING, "Job failed", "Read on the page of jobs what went wrong, then run it again."),
    /** More rooms are sold than there are. */
    NIGHT_OVERSOLD(
            URGENT,
            "Night sold too often",
            "See how it came to be, then move or cancel a booking, or offer another room.",
            true),
    /** Somebody was not told of an alert. */
    ALERT_UNTOLD(
            WARNING,
            "Receiver not told",
            "See on the page of receivers what its server answered, put that right, then tell it again.");

    private final Severity severity;
    private final String label;
    private final String todo;
    private final boolean elsewhere;

    AlertKind(Severity severity, String label, String todo) {
        this(severity, label, todo, false);
    }

    AlertKind(Severity severity, String label, String todo, boolean elsewhere) {
        this.severity = severity;
        this.label = label;
        this.todo = todo;
        this.elsewhere = elsewhere;
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException for any other
     */
    public static AlertKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "kind: '" + word + "' (expected: one of " + words() + ")"));
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(AlertKind::word).toList();
    }

    /** The names of those that a hotel's day shows by itself already, alert or not. */
    public static List<String> shownElsewhere() {
        return Arrays.stream(values()).filter(it -> it.elsewhere).map(AlertKind::word).toList();
    }

    /** As it is kept, set and told: {@code connection-stopped}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** How much it hurries. */
    public Severity severity() {
        return severity;
    }

    /** What to do about it. */
    public String todo() {
        return todo;
    }
}
