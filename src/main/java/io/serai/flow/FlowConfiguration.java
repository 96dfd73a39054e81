package io.serai.flow;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.springboot.CamelRequestHandlerMapping;
import org.apache.camel.spi.ResourceResolver;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the loader of routes and mappings together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowSettings.class)
class FlowConfiguration {

    @Bean
    FlowFiles flowFiles(ObjectProvider<Clock> clock) {
        return new FlowFiles(clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    FlowHealth flowsHealthIndicator(FlowFiles files) {
        return new FlowHealth(files);
    }

    @Bean
    FilterRegistrationBean<NotYet> notYet(FlowFiles files) {
        FilterRegistrationBean<NotYet> registration =
                new FilterRegistrationBean<>(new NotYet(files));
        registration.addUrlPatterns("/api/*", "/webhooks/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    MeterBinder flowMetrics(FlowFiles files) {
        return (MeterRegistry registry) ->
                Gauge.builder("serai.flow.refused", files, all -> all.refused().size())
                        .description("Files whose newest text was refused")
                        .register(registry);
    }

    @Bean
    Mappings mappings(FlowSettings settings) {
        return new Mappings(settings.mappings());
    }

    /** Camel finds the resolver of a scheme by this name. */
    @Bean("resource-loader-file")
    ResourceResolver mappingResolver(Mappings mappings) {
        return new MappingResolver(mappings);
    }

    /** What a check does not see, what runs does not do either. */
    @Bean
    CamelContextConfiguration closedSaxon() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                ClosedSaxon.close(camel);
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {}
        };
    }

    @Bean
    Turnstile turnstile() {
        return new Turnstile();
    }

    @Bean
    FilterRegistrationBean<Turnstile> turnstileRegistration(Turnstile turnstile) {
        FilterRegistrationBean<Turnstile> registration = new FilterRegistrationBean<>(turnstile);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    RouteShelf routeShelf(
            CamelContext camel,
            FlowSettings settings,
            Turnstile turnstile,
            ObjectProvider<CamelRequestHandlerMapping> http,
            ApplicationEventPublisher events) {
        RouteSwap swap =
                new RouteSwap(
                        camel,
                        new Drain(camel, settings.stopTimeout()),
                        new HttpPaths(camel, http, turnstile, settings.stopTimeout()));
        RouteCheck check = new RouteCheck(camel, new RouteSchema());
        return new RouteShelf(check, swap, events, "file:" + settings.routes().normalize());
    }

    @Bean
    Flows flows(
            CamelContext camel,
            FlowSettings settings,
            RouteShelf routes,
            Mappings mappings,
            FlowFiles files,
            ApplicationEventPublisher events) {
        KeptTexts kept = new KeptTexts(settings.kept());
        Predicate<String> isRoute = RouteText::isRouteFile;
        return new Flows(
                List.of(
                        new Follower(
                                new WatchedFolder(settings.routes(), isRoute.negate()),
                                FlowFolder.ROUTES,
                                new OtherShelf(FlowFolder.ROUTES, routes, events),
                                files,
                                kept),
                        new Follower(
                                new WatchedFolder(settings.mappings(), Mappings::isMapping),
                                FlowFolder.MAPPINGS,
                                new MappingShelf(mappings, routes, camel, events),
                                files,
                                kept),
                        new Follower(
                                new WatchedFolder(settings.routes(), isRoute),
                                FlowFolder.ROUTES,
                                routes,
                                files,
                                kept)),
                files,
                settings);
    }
}
