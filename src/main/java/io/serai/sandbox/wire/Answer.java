package io.serai.sandbox.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the channel answers, before any fault spoils it.
 *
 * @param headers beside the content type
 * @param account who called, where only the body said so
 */
public record Answer(
        int status,
        String contentType,
        String body,
        Carried carried,
        Map<String, String> headers,
        @Nullable String account) {

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, body, Carried.NOTHING, Map.of(), null);
    }

    public static Answer xml(int status, String body) {
        return of(status, "application/xml;charset=UTF-8", body);
    }

    public static Answer json(int status, String body) {
        return of(status, "application/json", body);
    }

    public Answer carrying(Carried what) {
        return new Answer(status, contentType, body, what, headers, account);
    }

    public Answer with(String header, String value) {
        var all = new HashMap<>(headers);
        all.put(header, value);
        return new Answer(status, contentType, body, carried, all, account);
    }

    /** For the record of calls. */
    public Answer by(String caller) {
        return new Answer(status, contentType, body, carried, headers, caller);
    }

    /** For the record of calls, where the body is a secret. */
    Answer withoutBody() {
        return new Answer(status, contentType, "", carried, headers, account);
    }
}
