package io.serai.sandbox.expedia.graph;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a callback as the schema's NotificationCallbackConfig, without its secret. */
final class CallbackView {

    private CallbackView() {}

    static Map<String, Object> of(Callback callback) {
        var shown = new HashMap<String, Object>();
        shown.put("id", callback.id().toString());
        shown.put("callbackUrl", callback.url());
        shown.put("secretExpirationDateTime", utc(callback.secretExpires()));
        shown.put("previousSecretExpirationDateTime", utc(callback.previousExpires()));
        shown.put("requestTimeoutSeconds", callback.timeoutSeconds());
        shown.put("contactEmail", callback.contactEmail());
        return shown;
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
