package io.serai.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Writes alerts for people. */
@Component
class AlertText {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

    private final Environment settings;

    AlertText(Environment settings) {
        this.settings = settings;
    }

    /** In one line. */
    String subject(AlertMessage message) {
        Alert alert = message.alert();
        if (alert == null) {
            return "Serai: a test of how you are told";
        }
        return switch (message.told()) {
            case "over" -> "Serai, over: " + alert.title();
            case "lasts" -> "Serai, still so: " + alert.title();
            default -> "Serai: " + alert.title();
        };
    }

    /** All of it: since when, what is so, what to do, and where. */
    String body(AlertMessage message) {
        Alert alert = message.alert();
        if (alert == null) {
            return "This is a test. %s is told of alerts in this way.%n%nWho is told of what: %s%n"
                    .formatted(message.receiverName(), link("/inbox/receivers"));
        }
        StringBuilder text = new StringBuilder(alert.title()).append(".\n\n");
        line(text, "Since", moment(alert.since(), alert.zone()));
        Instant ended = alert.endedAt();
        if (ended != null) {
            line(text, "Over", moment(ended, alert.zone()));
        }
        if (alert.hotelName() != null) {
            line(text, "Hotel", alert.hotelName() + " (" + alert.hotel() + ")");
        }
        line(text, "What", alert.words());
        if (ended == null) {
            line(text, "To do", alert.todo());
        }
        line(text, "There", link(alert.page()));
        return text.append("\nAll alerts: ")
                .append(link("/inbox/alerts"))
                .append("\nWho is told of what: ")
                .append(link("/inbox/receivers"))
                .append('\n')
                .toString();
    }

    /** The address of a page. */
    String link(String page) {
        String ours = settings.getProperty("serai.public-url", "").strip().replaceFirst("/+$", "");
        String port = settings.getProperty("local.server.port", "8080");
        return (ours.isEmpty() ? "http://localhost:" + port : ours) + page;
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-7s %s\n".formatted(name + ":", value));
    }

    private static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
