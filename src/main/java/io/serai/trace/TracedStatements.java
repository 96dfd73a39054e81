package io.serai.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Has each statement of the pools stand in its trace: its text with placeholders, a literal as
 * another placeholder, never a value.
 */
final class TracedStatements implements BeanPostProcessor {

    private final ObjectProvider<OpenTelemetry> traces;

    TracedStatements(ObjectProvider<OpenTelemetry> traces) {
        this.traces = traces;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool
                ? JdbcTelemetry.builder(traces.getObject())
                        .setDataSourceInstrumenterEnabled(false)
                        .setStatementSanitizationEnabled(true)
                        .build()
                        .wrap(pool)
                : bean;
    }
}
