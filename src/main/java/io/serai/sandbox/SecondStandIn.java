package io.serai.sandbox;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.context.ServerPortInfoApplicationContextInitializer;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs the stand-in of Expedia beside the first one: a context of its own with a port of its own,
 * which is the property {@code local.expedia.port} of both, on the same database.
 */
final class SecondStandIn implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SecondStandIn.class);

    private final ConfigurableApplicationContext first;
    private final int port;
    private @Nullable AnnotationConfigServletWebServerApplicationContext own;

    SecondStandIn(ConfigurableApplicationContext first, int port) {
        this.first = first;
        this.port = port;
    }

    @Override
    public void start() {
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.setEnvironment(first.getEnvironment());
        context.setServerNamespace("expedia");
        new ServerPortInfoApplicationContextInitializer().initialize(context);
        share(context, SandboxSettings.class);
        share(context, Clock.class);
        share(context, JdbcTemplate.class);
        share(context, JdbcClient.class);
        share(context, TransactionTemplate.class);
        context.registerBean(Listening.class, () -> new Listening(port, "expedia_call"));
        context.register(ExpediaConfiguration.class);
        context.refresh();
        own = context;
        LOG.info(
                "The stand-in of Expedia answers on port {}",
                first.getEnvironment().getProperty("local.expedia.port"));
    }

    private <T> void share(
            AnnotationConfigServletWebServerApplicationContext context, Class<T> type) {
        context.getBeanFactory().registerSingleton(type.getName(), first.getBean(type));
    }

    @Override
    public void stop() {
        if (own != null) {
            own.close();
            own = null;
        }
    }

    @Override
    public boolean isRunning() {
        return own != null;
    }
}
