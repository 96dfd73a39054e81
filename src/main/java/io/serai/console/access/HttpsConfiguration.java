package io.serai.console.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Has Serai be called by https, TLS 1.2 or newer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpsSettings.class)
class HttpsConfiguration {

    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    private final NamedProxies proxies;

    /** Another way of believing what callers say would decide about sockets that are not theirs. */
    HttpsConfiguration(HttpsSettings settings, Environment environment) {
        String strategy = environment.getProperty("server.forward-headers-strategy", "none");
        if (!strategy.equalsIgnoreCase("none")) {
            throw new IllegalArgumentException(
                    "server.forward-headers-strategy: '"
                            + strategy
                            + "' (expected: none; serai.https.proxies names proxies)");
        }
        proxies = new NamedProxies(settings.proxies());
    }

    @Bean
    FilterRegistrationBean<HttpsOnly> httpsOnly(HttpsSettings settings, ObjectMapper json) {
        FilterRegistrationBean<HttpsOnly> registration =
                new FilterRegistrationBean<>(new HttpsOnly(settings, json));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> entrance() {
        return server -> {
            server.addEngineValves(new ProxyValve(proxies), new UnreadableValve());
            server.addConnectorCustomizers(HttpsConfiguration::newEnough);
        };
    }

    /** Of what the settings allow, what is TLS 1.2 or newer. */
    private static void newEnough(Connector connector) {
        for (SSLHostConfig host : connector.findSslHostConfigs()) {
            Set<String> protocols = new TreeSet<>(host.getProtocols());
            protocols.retainAll(PROTOCOLS);
            if (protocols.isEmpty()) {
                throw new IllegalArgumentException(
                        "server.ssl.enabled-protocols: "
                                + host.getProtocols()
                                + " (expected: some of "
                                + PROTOCOLS
                                + ")");
            }
            host.setProtocols(String.join("+", protocols));
        }
    }
}
