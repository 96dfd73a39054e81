package io.serai.channel.wire;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * What spans are marked with, where traces are told of, so that they are found from a delivery, a
 * log line or a hotel. What one is marked with, those below it are too.
 */
public final class SpanMarks {

    /** As {@link Correlation} names it. */
    public static final AttributeKey<String> CORRELATION =
            AttributeKey.stringKey("serai.correlation");

    /** A key of {@code hotels}. */
    public static final AttributeKey<Long> HOTEL = AttributeKey.longKey("serai.hotel");

    /** A key of {@code channel_accounts}. */
    public static final AttributeKey<Long> ACCOUNT = AttributeKey.longKey("serai.account");

    /** A key of {@code third_party_integrations}. */
    public static final AttributeKey<Long> CONNECTION = AttributeKey.longKey("serai.connection");

    /** A key of {@code attempts}. */
    public static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("serai.attempt");

    /** Those that say what something is about. */
    public static final List<AttributeKey<Long>> ABOUT =
            List.of(HOTEL, ACCOUNT, CONNECTION, ATTEMPT);

    private SpanMarks() {}
}
