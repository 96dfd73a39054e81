package io.serai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * How the channels' stand-ins run under tests, and where Serai finds each: one file a channel in
 * {@code stand-ins/}, so that another channel needs no line here.
 */
final class StandIns {

    private final Properties files = new Properties();

    StandIns() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:stand-ins/*.properties")) {
                files.putAll(PropertiesLoaderUtils.loadProperties(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of the stand-ins themselves. */
    Map<String, Object> own() {
        return beginning("sandbox.");
    }

    /**
     * Serai's settings for them.
     *
     * @param running the settings of the running stand-ins, their ports among them
     */
    Map<String, Object> ofSerai(PropertyResolver running) {
        Map<String, Object> settings = beginning("serai.");
        settings.replaceAll(
                (name, value) -> running.resolveRequiredPlaceholders(String.valueOf(value)));
        return settings;
    }

    private Map<String, Object> beginning(String prefix) {
        Map<String, Object> settings = new HashMap<>();
        files.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> settings.put(name, files.getProperty(name)));
        return settings;
    }
}
