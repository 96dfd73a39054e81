package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.alert.AlertReceivers;
import io.serai.alert.Receiver;
import io.serai.alert.ReceiverDesk;
import io.serai.alert.Severity;
import io.serai.alert.TooManyTests;
import io.serai.console.access.Right;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is told of alerts; those told of all hotels are for engineers of all hotels. */
@Component("apiAlertReceivers")
public class ApiAlertReceivers {

    private static final Set<String> KNOWN =
            Set.of("hotel", "name", "way", "address", "kinds", "leastSeverity", "enabled");

    private final AlertReceivers receivers;
    private final ReceiverDesk desk;

    ApiAlertReceivers(AlertReceivers receivers, ReceiverDesk desk) {
        this.receivers = receivers;
        this.desk = desk;
    }

    /** All that the caller may change, the oldest first; no secrets. */
    public Map<String, List<ReceiverView>> list(@ExchangeProperty("caller") Caller caller) {
        return Map.of(
                "receivers",
                receivers.all(caller.hotels(), isEverywhere(caller)).stream()
                        .map(it -> ReceiverView.of(it, null))
                        .toList());
    }

    /** One. */
    public ReceiverView one(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return ReceiverView.of(find(caller, id), null);
    }

    /** Adds one; the secret of a webhook is shown now and never again. */
    public Answer add(@ExchangeProperty("caller") Caller caller, @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, KNOWN);
        String named = form.text("hotel");
        if (named == null && !isEverywhere(caller)) {
            throw form.refusal("hotel", "missing", "the id of one of your hotels");
        }
        Integer hotel = named == null ? null : Integer.valueOf(caller.hotel(named));
        Receiver.Wish wish = wish(form, null);
        ReceiverDesk.Added added = meant(() -> desk.add(hotel, wish, caller.actor()));
        return Answer.of(
                201, ReceiverView.of(find(caller, Long.toString(added.id())), added.secret()));
    }

    /** Changes what the body names; one that was ended is begun again by {@code enabled}. */
    public ReceiverView change(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        Receiver before = find(caller, id);
        Form form = Form.of(body, KNOWN);
        if (form.names("hotel")) {
            throw form.refusal("hotel", "named", "none: add another receiver there");
        }
        Receiver.Wish wish = wish(form, before.wish());
        meant(
                () -> {
                    desk.change(before, wish, caller.actor());
                    return true;
                });
        return ReceiverView.of(find(caller, id), null);
    }

    /** Takes one away with all that it was to be told, and answers with it. */
    public ReceiverView remove(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Receiver receiver = find(caller, id);
        meant(
                () -> {
                    desk.remove(receiver, caller.actor());
                    return true;
                });
        return ReceiverView.of(receiver, null);
    }

    /** Sends one something that means nothing, by and by. */
    public Answer test(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        try {
            return Answer.of(202, Map.of("message", Long.toString(desk.test(find(caller, id)))));
        } catch (TooManyTests enough) {
            throw new Problem(429, "Enough tests", String.valueOf(enough.getMessage()))
                    .again(Duration.ofMinutes(1));
        }
    }

    /** Tells one again what was given up. */
    public Answer again(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return Answer.of(202, Map.of("messages", receivers.again(find(caller, id).id())));
    }

    private Receiver find(Caller caller, String id) {
        return receivers
                .find(
                        caller.hotels(),
                        isEverywhere(caller),
                        id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0)
                .orElseThrow(() -> Problem.unknown("receiver", id));
    }

    private static boolean isEverywhere(Caller caller) {
        return caller.mayEverywhere(Right.ENGINEER);
    }

    private static Receiver.Wish wish(Form form, Receiver.@Nullable Wish before) {
        List<String> kinds =
                form.list(
                        "kinds",
                        "a list of kinds",
                        it -> it.isTextual() ? it.asText() : it.toString());
        List<String> usual = before == null ? List.of() : before.kinds();
        List<String> said = form.names("kinds") && kinds == null ? List.of() : kinds;
        return new Receiver.Wish(
                text(form, "name", before == null ? null : before.name()),
                text(form, "way", before == null ? null : before.way()),
                text(form, "address", before == null ? null : before.address()),
                said == null ? usual : said.stream().distinct().toList(),
                Severity.of(
                        form.word(
                                "leastSeverity",
                                before == null ? "warning" : before.least().word(),
                                List.of("note", "warning", "urgent"))),
                form.flag("enabled", before == null || before.enabled()));
    }

    private static String text(Form form, String field, @Nullable String before) {
        String said = form.text(field);
        if (said == null && before == null) {
            throw form.refusal(field, "missing", "a text");
        }
        return said == null ? before : said;
    }

    private static <T> T meant(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException refused) {
            throw new Problem(422, "Cannot be meant", String.valueOf(refused.getMessage()));
        }
    }
}
