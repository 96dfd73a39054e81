package io.serai.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** All that makes traces; without a collector there is none of it. */
@Configuration(proxyBeanMethods = false)
@Conditional(CollectorNamed.class)
@EnableConfigurationProperties(TracingSettings.class)
class TracingConfiguration {

    /** Sends what waits before it closes. No propagator: nothing of a trace leaves by itself. */
    @Bean(destroyMethod = "close")
    OpenTelemetrySdk openTelemetry(TracingSettings settings) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(
                        SdkTracerProvider.builder()
                                .setResource(itself())
                                .setSampler(new OwnShare(settings.sample()))
                                .addSpanProcessor(new MarkedSpans())
                                .addSpanProcessor(
                                        BatchSpanProcessor.builder(
                                                        new OnlyWhatMayLeave(collector(settings)))
                                                .setScheduleDelay(settings.every())
                                                .setExporterTimeout(settings.deadline())
                                                .build())
                                .build())
                .build();
    }

    private static Resource itself() {
        return Resource.create(
                Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        "serai",
                        AttributeKey.stringKey("service.instance.id"),
                        UUID.randomUUID().toString()));
    }

    private static SpanExporter collector(TracingSettings settings) {
        OtlpHttpSpanExporterBuilder collector =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(Objects.requireNonNull(settings.endpoint()).toString())
                        .setCompression("gzip")
                        .setTimeout(settings.deadline());
        settings.named().forEach(collector::addHeader);
        return collector.build();
    }

    @Bean
    Tracer tracer(OpenTelemetry traces) {
        return traces.getTracer("io.serai");
    }

    /** Camel gives it to each route that is loaded. */
    @Bean
    RouteSpans routeSpans(Tracer tracer) {
        return new RouteSpans(tracer);
    }

    @Bean
    static TracedStatements tracedStatements(ObjectProvider<OpenTelemetry> traces) {
        return new TracedStatements(traces);
    }

    /** After what remembers calls: it says by what each is known. */
    @Bean
    FilterRegistrationBean<CallsInSpans> callsInSpans(Tracer tracer) {
        var registration = new FilterRegistrationBean<>(new CallsInSpans(tracer));
        registration.addUrlPatterns("/api/*", "/webhooks/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }
}
