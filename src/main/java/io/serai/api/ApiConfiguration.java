package io.serai.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Requests to routes run on threads of their own: who signed in goes with them. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    @Bean
    TaskDecorator signedInGoesAlong() {
        return DelegatingSecurityContextRunnable::new;
    }
}
