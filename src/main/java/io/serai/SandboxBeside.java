package io.serai;

import io.serai.database.EmbeddedDatabase;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * For a first look: the stand-ins of the channels in Serai's process, with a login and a schema of
 * their own in Serai's embedded database. They are up before the first route and down after the
 * last. Where the database is a given one they are not: they then run alone.
 */
@Component
@EnableConfigurationProperties({SandboxSettings.class, DemoSettings.class})
class SandboxBeside implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SandboxBeside.class);

    private final SandboxSettings settings;
    private final DemoSettings demo;
    private final ObjectProvider<EmbeddedDatabase> database;
    private Optional<ConfigurableApplicationContext> sandbox = Optional.empty();

    SandboxBeside(
            SandboxSettings settings,
            DemoSettings demo,
            ObjectProvider<EmbeddedDatabase> database) {
        this.settings = settings;
        this.demo = demo;
        this.database = database;
    }

    @Override
    public void start() {
        var own = database.getIfAvailable();
        if (own != null && isHere()) {
            startIn(own);
        } else if (own == null && Boolean.TRUE.equals(settings.enabled())) {
            throw new IllegalStateException(
                    "serai.sandbox.enabled: 'true' with a given database (expected: the sandbox in a"
                            + " process of its own, 'serai.jar sandbox')");
        }
    }

    /** Whether there are stand-ins: in this process, or where the settings say. */
    boolean isAnywhere() {
        var elsewhere = database.getIfAvailable() == null || !isHere();
        return isRunning() || elsewhere && settings.url(1) != null;
    }

    private boolean isHere() {
        return !Boolean.FALSE.equals(settings.enabled());
    }

    private void startIn(EmbeddedDatabase own) {
        var start = Sandbox.settings(settings.port(), settings.expediaPort(), own.login("sandbox"));
        start.put("sandbox.guests.enabled", demo.enabled(true));
        sandbox = Sandbox.start(start);
        if (sandbox.isPresent()) {
            log.info(
                    "The sandbox answers on ports {} and {}",
                    settings.port(),
                    settings.expediaPort());
        } else {
            log.info("This build has no sandbox");
        }
    }

    @Override
    public void stop() {
        sandbox.ifPresent(ConfigurableApplicationContext::close);
        sandbox = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return sandbox.isPresent();
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
