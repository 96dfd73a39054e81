package io.serai.channel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How people have a channel call a webhook, in words for them.
 *
 * @param by the port that registers the address and renews its secret; null: a person enters it at
 *     the channel
 * @param where it is entered, or what else is to be done there
 * @param kinds what is to be subscribed to, each with what becomes of it here
 * @param lacks what it never tells, and what takes its place; null where that is not worth a word
 * @param renewAhead how many days before its end a secret is renewed
 */
public record WebhookSetUp(
        @Nullable String by,
        List<String> where,
        Map<String, String> kinds,
        @Nullable String lacks,
        int renewAhead) {

    private static final int A_MONTH = 30;

    public WebhookSetUp {
        where = List.copyOf(Objects.requireNonNullElse(where, List.of()));
        kinds =
                Collections.unmodifiableMap(
                        new LinkedHashMap<>(Objects.requireNonNullElse(kinds, Map.of())));
        renewAhead = renewAhead == 0 ? A_MONTH : renewAhead;
    }
}
