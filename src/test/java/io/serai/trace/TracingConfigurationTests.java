package io.serai.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.instrumentation.jdbc.datasource.OpenTelemetryDataSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Traces are there where a collector is named, and nothing of them elsewhere. */
class TracingConfigurationTests {

    private final ApplicationContextRunner serai =
            new ApplicationContextRunner()
                    .withUserConfiguration(TracingConfiguration.class)
                    .withBean("pool", DataSource.class, DriverManagerDataSource::new);

    @ParameterizedTest
    @ValueSource(strings = {"serai.tracing.sample=1", "serai.tracing.endpoint="})
    void hasNothingOfTracesWithoutACollector(String setting) {
        serai.withPropertyValues(setting)
                .run(
                        context ->
                                assertThat(context)
                                        .doesNotHaveBean(OpenTelemetry.class)
                                        .doesNotHaveBean(Tracer.class)
                                        .doesNotHaveBean(RouteSpans.class)
                                        .doesNotHaveBean(TracedStatements.class)
                                        .getBean(DataSource.class)
                                        .isInstanceOf(DriverManagerDataSource.class));
    }

    @Test
    void tracesRoutesAndStatementsWhereOneIsNamed() {
        serai.withPropertyValues("serai.tracing.endpoint=http://127.0.0.1:9/v1/traces")
                .run(
                        context ->
                                assertThat(context)
                                        .hasSingleBean(Tracer.class)
                                        .hasSingleBean(RouteSpans.class)
                                        .getBean(DataSource.class)
                                        .isInstanceOf(OpenTelemetryDataSource.class));
    }

    @ParameterizedTest
    @CsvSource({
        "sample=1.5, 1.5 (expected: 0 to 1)",
        "headers=open-sesame, expected: name=value",
        "endpoint=collector:4318, 'expected: http://collector:4318/v1/traces'"
    })
    void refusesWhatItCannotDo(String setting, String words) {
        serai.withPropertyValues(
                        "serai.tracing.endpoint=http://127.0.0.1:9/v1/traces",
                        "serai.tracing." + setting)
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .hasMessageContaining(words)
                                        .hasMessageNotContaining("sesame"));
    }
}
