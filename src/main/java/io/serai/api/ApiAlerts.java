package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.alert.Alert;
import io.serai.alert.AlertKind;
import io.serai.alert.AlertShown;
import io.serai.alert.AlertWish;
import io.serai.alert.Alerts;
import io.serai.channel.Channels;
import io.serai.console.access.Right;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a caller sees of alerts; those of no hotel are for engineers of all hotels. */
@Component("apiAlerts")
public class ApiAlerts {

    private static final String KEY = "[0-9]{1,18}";
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final Alerts alerts;
    private final Channels channels;

    ApiAlerts(Alerts alerts, Channels channels) {
        this.alerts = alerts;
        this.channels = channels;
    }

    /**
     * A part of the alerts.
     *
     * @param next the id before which the next page begins; null: there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<AlertShown> alerts, @Nullable String next) {}

    /** A page of those that a request's parameters name, the newest first; missing: what lasts. */
    public Page list(@ExchangeProperty("caller") Caller caller, Message request) {
        AlertWish wish =
                new AlertWish(
                        caller.hotels(),
                        isEverywhere(caller),
                        null,
                        hotel(request.getHeader("hotel", String.class)),
                        one("kind", request.getHeader("kind", String.class), AlertKind.words()),
                        state(request.getHeader("state", String.class)));
        String before = request.getHeader("before", String.class);
        String limit = request.getHeader("limit", String.class);
        long from = before == null ? Long.MAX_VALUE : number("before", before, Long.MAX_VALUE);
        int most = limit == null ? PAGE : (int) number("limit", limit, LARGEST_PAGE);
        List<Alert> found = alerts.list(wish, from, most + 1);
        List<Alert> shown = found.subList(0, Math.min(most, found.size()));
        return new Page(
                shown.stream().map(it -> AlertShown.of(it, channels)).toList(),
                found.size() > most ? Long.toString(shown.get(most - 1).id()) : null);
    }

    /** One. */
    public AlertShown one(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return AlertShown.of(find(caller, id), channels);
    }

    /** Notes that the caller knows of one. */
    public AlertShown acknowledge(
            @ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Alert alert = find(caller, id);
        if (!alerts.acknowledge(alert, caller.actor())) {
            throw new Problem(
                    409,
                    "Known already, or over",
                    "alert: '" + id + "' (expected: one that lasts and that nobody knows of)");
        }
        return AlertShown.of(find(caller, id), channels);
    }

    private Alert find(Caller caller, String id) {
        if (!id.matches(KEY)) {
            throw Problem.unknown("alert", id);
        }
        return alerts.find(AlertWish.all(caller.hotels(), isEverywhere(caller)), Long.parseLong(id))
                .orElseThrow(() -> Problem.unknown("alert", id));
    }

    private static boolean isEverywhere(Caller caller) {
        return caller.mayEverywhere(Right.ENGINEER);
    }

    private static String state(@Nullable String state) {
        return state == null ? AlertWish.OPEN : one("state", state, AlertWish.STATES);
    }

    private static <T extends @Nullable String> T one(String name, T value, List<String> known) {
        if (value != null && !known.contains(value)) {
            throw Problem.bad(name + ": '" + value + "' (expected: one of " + known + ")");
        }
        return value;
    }

    private static @Nullable Integer hotel(@Nullable String id) {
        if (id != null && !id.matches("[0-9]{1,9}")) {
            throw Problem.bad("hotel: '" + id + "' (expected: a hotel's id)");
        }
        return id == null ? null : Integer.valueOf(id);
    }

    private static long number(String what, String text, long most) {
        if (!text.matches(KEY) || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            throw Problem.bad(
                    what + ": '" + text + "' (expected: a whole number from 1 to " + most + ")");
        }
        return Long.parseLong(text);
    }
}
