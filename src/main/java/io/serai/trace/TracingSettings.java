package io.serai.trace;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces are told of.
 *
 * @param endpoint the collector's address for traces (OTLP over HTTP); none or empty: there are no
 *     traces
 * @param sample the share of what begins that is traced, 0 to 1
 * @param headers what the collector wants to see, each as name=value
 * @param every how long a span waits for others before they are sent together
 * @param deadline how long the collector may take to answer
 */
@ConfigurationProperties("serai.tracing")
record TracingSettings(
        @Nullable URI endpoint,
        @DefaultValue("1") double sample,
        @DefaultValue List<String> headers,
        @DefaultValue("1s") Duration every,
        @DefaultValue("10s") Duration deadline) {

    TracingSettings {
        if (!(sample >= 0 && sample <= 1)) {
            throw new IllegalArgumentException(
                    "serai.tracing.sample: " + sample + " (expected: 0 to 1)");
        }
        if (endpoint != null && !String.valueOf(endpoint.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(
                    "serai.tracing.endpoint: '"
                            + endpoint
                            + "' (expected: http://collector:4318/v1/traces, or with https)");
        }
        headers.forEach(TracingSettings::requirePair);
    }

    private static void requirePair(String header) {
        if (header.indexOf('=') < 1) {
            throw new IllegalArgumentException(
                    "serai.tracing.headers: one without a name (expected: name=value, by commas)");
        }
    }

    /** By name. */
    Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (String header : headers) {
            int end = header.indexOf('=');
            named.put(header.substring(0, end).strip(), header.substring(end + 1).strip());
        }
        return named;
    }

    /** Without the headers: one may be a secret. */
    @Override
    public String toString() {
        return "TracingSettings[endpoint=" + endpoint + ", sample=" + sample + "]";
    }
}
