package io.serai.alert;

import io.serai.alert.AlertMessage.Told;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
        Told first = message.first();
        Alert alert = first.alert();
        if (alert == null) {
            return "Serai: a test of how you are told";
        }
        if (message.told().size() > 1) {
            return "Serai: %s; %s".formatted(counted(message.told()), alert.title());
        }
        return switch (first.what()) {
            case Told.OVER -> "Serai, over: " + alert.title();
            case "lasts" -> "Serai, still so: " + alert.title();
            default -> "Serai: " + alert.title();
        };
    }

    /** All of it: of each alert since when, what is so, what to do, and where. */
    String body(AlertMessage message) {
        List<Told> told = message.told();
        if (message.first().alert() == null) {
            return "This is a test. %s is told of alerts in this way.%n%nWho is told of what: %s%n"
                    .formatted(message.receiverName(), link("/inbox/receivers"));
        }
        StringBuilder text = new StringBuilder();
        if (told.size() > 1) {
            text.append(counted(told)).append(", what hurries most first.\n\n");
        }
        for (Told each : told) {
            Alert alert = each.alert();
            if (alert != null) {
                write(text, told.size() > 1 ? "[" + mark(each, alert) + "] " : "", alert);
            }
        }
        return text.append("All alerts: ")
                .append(link("/inbox/alerts"))
                .append("\nWho is told of what: ")
                .append(link("/inbox/receivers"))
                .append('\n')
                .toString();
    }

    /** How many there are, how many of them hurry, and how many are over. */
    private static String counted(List<Told> told) {
        long over = told.stream().filter(it -> it.what().equals(Told.OVER)).count();
        long urgent = told.stream().filter(Told::isUrgent).count();
        return told.size()
                + " alerts"
                + (urgent == 0 ? "" : ", " + urgent + " urgent")
                + (over == 0 ? "" : ", " + over + " over");
    }

    private static String mark(Told told, Alert alert) {
        return switch (told.what()) {
            case Told.OVER -> "over";
            case "lasts" -> alert.severity() + ", still so";
            default -> alert.severity();
        };
    }

    private void write(StringBuilder text, String mark, Alert alert) {
        text.append(mark).append(alert.title()).append(".\n\n");
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
        text.append('\n');
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
