package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.reservation.hook.HookAddresses;
import io.serai.reservation.hook.StoredHook.HookWish;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads where a hotel's system wants to be told. */
final class HookForm {

    private static final Set<String> KNOWN = Set.of("url", "events", "payload", "enabled");

    private HookForm() {}

    /**
     * What is wished; what is missing is as before.
     *
     * @param before null: there is none yet
     * @throws Problem 422 naming the field that cannot be meant
     */
    static HookWish read(
            @Nullable ObjectNode body, @Nullable HookWish before, HookAddresses addresses) {
        Form form = Form.of(body, KNOWN);
        String url = form.names("url") || before == null ? form.text("url") : before.url();
        if (url == null) {
            throw form.refusal("url", "missing", "https://…");
        }
        if (before == null || !url.equals(before.url())) {
            demand(url, addresses);
        }
        List<String> events =
                form.list(
                        "events",
                        "some of " + HookWish.EVENTS,
                        event -> event.isTextual() ? event.asText() : event.toString());
        List<String> usual = before == null ? HookWish.EVENTS : before.events();
        if (events != null && !HookWish.EVENTS.containsAll(events)) {
            throw form.refusal("events", events.toString(), "some of " + HookWish.EVENTS);
        }
        return new HookWish(
                url,
                events == null ? usual : events.stream().distinct().toList(),
                form.word(
                        "payload",
                        before == null ? "thin" : before.payload(),
                        List.of("thin", "full")),
                form.flag("enabled", before == null || before.enabled()));
    }

    private static void demand(String url, HookAddresses addresses) {
        try {
            addresses.demand(url);
        } catch (IllegalArgumentException refused) {
            throw new Problem(422, "Cannot be meant", String.valueOf(refused.getMessage()))
                    .with("field", "url");
        }
    }
}
