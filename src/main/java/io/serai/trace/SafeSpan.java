package io.serai.trace;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.serai.vault.SecretMask;
import java.util.List;
import java.util.Set;

/**
 * A span as it may leave: with attributes that are known to hold nobody's data, masked as a log
 * line is, of an error its type alone, and no other event.
 */
final class SafeSpan extends DelegatingSpanData {

    private static final Set<String> MAY_LEAVE =
            Set.of(
                    "serai.correlation",
                    "serai.hotel",
                    "serai.account",
                    "serai.connection",
                    "serai.attempt",
                    "serai.route",
                    "serai.step",
                    "serai.call",
                    "serai.outcome",
                    "http.request.method",
                    "http.response.status_code",
                    "url.path",
                    "server.address",
                    "error.type",
                    "db.system",
                    "db.operation",
                    "db.sql.table",
                    "db.statement");

    /** Statements are many words, and the same few. */
    private static final LoadingCache<String, String> MASKED =
            Caffeine.newBuilder().maximumSize(1_000).build(SecretMask::mask);

    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> EXCEPTION = AttributeKey.stringKey("exception.type");

    private final Attributes attributes;

    SafeSpan(SpanData span) {
        super(span);
        AttributesBuilder safe = Attributes.builder();
        span.getEvents().stream()
                .map(EventData::getAttributes)
                .filter(event -> event.get(EXCEPTION) != null)
                .forEach(event -> safe.put(ERROR, event.get(EXCEPTION)));
        span.getAttributes().forEach((key, value) -> take(safe, key, value));
        attributes = safe.build();
    }

    private static void take(AttributesBuilder safe, AttributeKey<?> key, Object value) {
        if (!MAY_LEAVE.contains(key.getKey())) {
            return;
        }
        if (value instanceof String text) {
            safe.put(key.getKey(), MASKED.get(text));
        } else if (value instanceof Long number) {
            safe.put(key.getKey(), number);
        }
    }

    @Override
    public String getName() {
        return MASKED.get(super.getName());
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }
}
