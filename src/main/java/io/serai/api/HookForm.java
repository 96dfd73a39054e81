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
        List<String> events =
                form.list(
                        "events",
                        "some of " + HookWish.EVENTS,
                        event -> event.isTextual() ? event.asText() : event.toString());
        List<String> usual = before == null ? HookWish.EVENTS : before.events();
        HookWish wish =
                new HookWish(
                        url,
                        events == null ? usual : events.stream().distinct().toList(),
                        form.word(
                                "payload",
                                before == null ? "thin" : before.payload(),
                                HookWish.PAYLOADS),
                        form.flag("enabled", before == null || before.enabled()));
        demand(wish, before, addresses);
        return wish;
    }

    private static void demand(HookWish wish, @Nullable HookWish before, HookAddresses addresses) {
        try {
            addresses.demand(wish, before);
        } catch (IllegalArgumentException refused) {
            String words = String.valueOf(refused.getMessage());
            throw new Problem(422, "Cannot be meant", words)
                    .with("field", words.substring(0, words.indexOf(':')));
        }
    }
}
