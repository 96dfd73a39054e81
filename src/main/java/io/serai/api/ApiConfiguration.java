package io.serai.api;

import io.opentelemetry.context.Context;
import io.serai.channel.wire.Correlation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * Requests to routes run on threads of their own: who signed in, by what it is known, and the trace
 * that it stands in go with them.
 */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    TaskDecorator signedInGoesAlong() {
        return task -> {
            Runnable signedIn = Context.current().wrap(new DelegatingSecurityContextRunnable(task));
            String correlation = Correlation.current();
            return () -> {
                Correlation.begin(correlation);
                try {
                    signedIn.run();
                } finally {
                    Correlation.end();
                }
            };
        };
    }
}
