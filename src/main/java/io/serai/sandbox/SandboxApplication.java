package io.serai.sandbox;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the stand-in of a channel: its own context, port and database schema, with nothing of
 * Serai in it.
 */
public final class SandboxApplication {

    private SandboxApplication() {}

    /** Starts it alone; arguments such as {@code --sandbox.port=8085} are its settings. */
    public static void main(String[] args) {
        application().run(args);
    }

    /**
     * Starts it inside this process, on settings that outrank the environment's. The port it got is
     * the context's property {@code local.server.port}; whoever starts it closes it. The logging of
     * the process is left as it is.
     */
    public static ConfigurableApplicationContext start(Map<String, Object> settings) {
        var application = application();
        application.setRegisterShutdownHook(false);
        application.setListeners(
                application.getListeners().stream()
                        .filter(listener -> !(listener instanceof LoggingApplicationListener))
                        .toList());
        application.addInitializers(
                context ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("sandbox-settings", settings)));
        return application.run();
    }

    private static SpringApplication application() {
        var application = new SpringApplication(SandboxConfiguration.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setMainApplicationClass(SandboxApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of("spring.config.name", "sandbox"));
        return application;
    }
}
