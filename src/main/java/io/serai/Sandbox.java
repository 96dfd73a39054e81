package io.serai;

import io.serai.database.DatabaseAddress;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** The stand-ins of the channels, which nothing of Serai may import: found by their name. */
final class Sandbox {

    private static final String PROGRAM = "io.serai.sandbox.SandboxApplication";

    private Sandbox() {}

    /** Starts it; empty if this build has no stand-ins. */
    static Optional<ConfigurableApplicationContext> start(Map<String, Object> settings) {
        try {
            var start = Class.forName(PROGRAM).getMethod("start", Map.class);
            return Optional.of((ConfigurableApplicationContext) start.invoke(null, settings));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The sandbox did not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    PROGRAM + " cannot be started (expected: public static start(Map))", e);
        }
    }

    static Map<String, Object> settings(int port, int expediaPort, DatabaseAddress database) {
        var settings = new HashMap<String, Object>();
        settings.put("sandbox.port", port);
        settings.put("sandbox.expedia.port", expediaPort);
        settings.put("sandbox.db.url", database.url());
        settings.put("sandbox.db.user", database.user());
        settings.put("sandbox.db.password", database.password());
        return settings;
    }
}
