package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.delivery.Parking;
import io.serai.reservation.hook.HookBook;
import io.serai.reservation.hook.HookLog;
import io.serai.reservation.hook.HookWork;
import io.serai.reservation.hook.StoredHook;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a hotel's systems were told, and telling it again. */
@Component("apiHookDeliveries")
public class ApiHookDeliveries {

    private static final List<String> STATES = List.of("waiting", "done", "parked");

    private final Targets targets;
    private final TenantSession tenants;
    private final Parking parking;

    ApiHookDeliveries(Targets targets, TenantSession tenants, Parking parking) {
        this.targets = targets;
        this.tenants = tenants;
        this.parking = parking;
    }

    /** A page of them, the latest first. */
    public Page list(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("webhook") String webhook,
            @Header("state") @Nullable String state,
            @Header("before") @Nullable String before,
            @Header("limit") @Nullable String limit) {
        if (state != null && !STATES.contains(state)) {
            throw Problem.bad("state: '" + state + "' (expected: one of " + STATES + ")");
        }
        int most = HeldQuestion.limit(limit);
        Long from = before == null ? null : number("before", before);
        List<HookDeliveryView> found =
                at(caller, hotel, webhook, log -> log.page(state, from, most + 1)).stream()
                        .map(HookDeliveryView::of)
                        .toList();
        return new Page(found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    /** Tells the receiver something that means nothing. */
    public Answer ping(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("webhook") String webhook) {
        return begun(List.of(at(caller, hotel, webhook, HookLog::ping)));
    }

    /** Sends again, under the same ids: one, all since a moment, or all that are parked. */
    public Answer again(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("webhook") String webhook,
            @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, Set.of("delivery", "since", "parked"));
        String delivery = form.text("delivery");
        OffsetDateTime since = moment(form, form.text("since"));
        boolean parked = form.flag("parked", false);
        if ((delivery == null ? 0 : 1) + (since == null ? 0 : 1) + (parked ? 1 : 0) != 1) {
            throw form.refusal(
                    "delivery", "none or several wishes", "one of delivery, since and parked");
        }
        List<Long> begun =
                at(
                        caller,
                        hotel,
                        webhook,
                        log ->
                                delivery != null
                                        ? log.again(number("delivery", delivery))
                                        : since != null
                                                ? log.againSince(since)
                                                : log.againParked());
        if (delivery != null && begun.isEmpty()) {
            throw Problem.unknown("delivery, or none that is not under way", delivery);
        }
        begun.forEach(id -> parking.release(HookWork.ROUTE, Long.toString(id), caller.actor()));
        return begun(begun);
    }

    private static Answer begun(List<Long> deliveries) {
        return Answer.of(202, new Begun(deliveries.stream().map(id -> Long.toString(id)).toList()));
    }

    private <T> T at(Caller caller, String hotel, String webhook, Function<HookLog, T> work) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    StoredHook hook =
                            new HookBook(session, key)
                                    .find(
                                            webhook.matches("[0-9]{1,18}")
                                                    ? Long.parseLong(webhook)
                                                    : 0)
                                    .orElseThrow(() -> Problem.unknown("webhook", webhook));
                    return work.apply(new HookLog(session, key, hook.id()));
                });
    }

    private static long number(String name, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.bad(name + ": '" + id + "' (expected: the id of a delivery)");
        }
        return Long.parseLong(id);
    }

    private static @Nullable OffsetDateTime moment(Form form, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException wrong) {
            throw form.refusal("since", "'" + text + "'", "a moment as 2027-02-01T00:00:00Z");
        }
    }

    /** A page of deliveries; others come before the last of these if there are more. */
    public record Page(List<HookDeliveryView> deliveries, boolean more) {}

    /** The deliveries that are sent by and by. */
    public record Begun(List<String> deliveries) {}
}
