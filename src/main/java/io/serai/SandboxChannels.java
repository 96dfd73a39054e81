package io.serai;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Where the sandbox runs beside Serai, the channels' addresses are the sandbox's, unless the
 * command line or the environment says otherwise: nothing that is tried on a first start reaches a
 * channel.
 */
public final class SandboxChannels implements EnvironmentPostProcessor {

    private static final String FILE = "sandbox-channels.yaml";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        boolean own = !environment.containsProperty("serai.db.url");
        if (environment.getProperty("serai.sandbox.enabled", Boolean.class, own)) {
            try {
                new YamlPropertySourceLoader()
                        .load(FILE, new ClassPathResource(FILE))
                        .forEach(
                                source ->
                                        environment
                                                .getPropertySources()
                                                .addAfter(
                                                        StandardEnvironment
                                                                .SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                                        source));
            } catch (IOException e) {
                throw new UncheckedIOException(FILE + " cannot be read", e);
            }
        }
    }
}
