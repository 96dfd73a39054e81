package io.serai.channel.wire;

import io.opentelemetry.api.trace.Tracer;
import io.serai.channel.NotSent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** The one pool of connections to channels, and how every client on it behaves. */
public final class Wire implements AutoCloseable {

    private final WireSettings settings;
    private final @Nullable Tracer tracer;
    private final PoolingHttpClientConnectionManager pool;
    private final Deadlines deadlines = new Deadlines();
    private final CloseableHttpClient client;

    /**
     * Trusts the authorities that the JDK trusts.
     *
     * @param tracer where calls are told of in traces; null: nowhere
     */
    Wire(WireSettings settings, @Nullable Tracer tracer) {
        this(settings, tracer, SSLContexts.createSystemDefault());
    }

    Wire(WireSettings settings, @Nullable Tracer tracer, SSLContext trusted) {
        this.settings = settings;
        this.tracer = tracer;
        this.pool =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trusted))
                        .setDefaultTlsConfig(
                                TlsConfig.custom()
                                        .setSupportedProtocols(TLS.V_1_2, TLS.V_1_3)
                                        .build())
                        .setMaxConnTotal(settings.connections())
                        .setMaxConnPerRoute(settings.connectionsPerHost())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(timeout(settings.connectTimeout()))
                                        .setTimeToLive(TimeValue.ofMinutes(10))
                                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                        .build())
                        .build();
        this.client = configure(HttpClientBuilder.create()).setConnectionManager(pool).build();
    }

    /** The pool, for a client that {@link #configure} prepares. */
    public PoolingHttpClientConnectionManager pool() {
        return pool;
    }

    /** The watch over calls. */
    public Deadlines deadlines() {
        return deadlines;
    }

    /** The largest answer that is read. */
    public DataSize maxResponse() {
        return settings.maxResponse();
    }

    /**
     * Https only, TLS 1.2 or newer. No retries, redirects, cookies or stored logins of its own;
     * time-outs by the settings.
     */
    public HttpClientBuilder configure(HttpClientBuilder builder) {
        if (tracer != null) {
            builder.addExecInterceptorFirst("traced", new CallSpans(tracer));
        }
        return builder.setConnectionManagerShared(true)
                .addExecInterceptorFirst("https-only", new HttpsOnly())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Serai")
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(timeout(settings.connectionWait()))
                                .setConnectionKeepAlive(
                                        TimeValue.ofMilliseconds(settings.keepAlive().toMillis()))
                                .build());
    }

    /**
     * Makes a call that carries no hotel's data and reads its answer.
     *
     * @throws NotSent when nothing of it can have left
     * @throws IOException when it failed otherwise, or took longer than the deadline
     */
    public Answer call(HttpUriRequestBase request, Duration deadline) throws IOException {
        try (Deadlines.Watch watch = deadlines.watch(request, deadline)) {
            try {
                return client.execute(
                        request, response -> Answer.read(response, settings.maxResponse()));
            } catch (IOException failed) {
                throw failure(request.getPath(), failed, watch.cut() ? deadline : null);
            }
        }
    }

    /**
     * What a failed call is to be known as.
     *
     * @param call its name
     * @param deadline the deadline that it was cut by; null when it was not
     */
    public static IOException failure(
            String call, IOException failed, @Nullable Duration deadline) {
        if (deadline != null) {
            InterruptedIOException cut =
                    new InterruptedIOException(
                            call + ": no whole answer (expected: within " + deadline + ")");
            cut.initCause(failed);
            return cut;
        }
        return beforeSending(failed)
                ? new NotSent(call + ": not connected: " + failed.getMessage(), failed)
                : failed;
    }

    @Override
    public void close() throws IOException {
        deadlines.close();
        client.close();
        pool.close();
    }

    private static boolean beforeSending(IOException failed) {
        return failed instanceof NotSent
                || failed instanceof ConnectException
                || failed instanceof NoRouteToHostException
                || failed instanceof UnknownHostException
                || failed instanceof ConnectTimeoutException
                || failed instanceof ConnectionRequestTimeoutException
                || failed instanceof SSLHandshakeException
                || failed instanceof SSLPeerUnverifiedException;
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }
}
