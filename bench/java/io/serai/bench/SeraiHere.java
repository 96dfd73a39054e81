package io.serai.bench;

import io.serai.Serai;
import io.serai.delivery.Unsent;
import io.serai.testing.NoTestClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Serai in this very process, on an embedded database of its own; its channels are nowhere. */
final class SeraiHere implements AutoCloseable {

    private static final String NOWHERE = "http://127.0.0.1:9";

    private final Path folder;
    private final ConfigurableApplicationContext context;

    SeraiHere(Path folder) {
        this.folder = folder.toAbsolutePath();
        var settings = new LinkedHashMap<String, Object>();
        settings.put("server.port", 0);
        settings.put("serai.sandbox.enabled", false);
        settings.put("serai.admin.password", Stage.PASSWORD);
        settings.put("serai.db.embedded.directory", this.folder.resolve("postgres").toString());
        settings.put("serai.db.embedded.binaries", this.folder.resolve("binaries").toString());
        settings.put("serai.db.place.file", this.folder.resolve("database.json").toString());
        settings.put("serai.vault.key-file", this.folder.resolve("master.json").toString());
        for (var face : new String[] {"auth", "supply", "secure", "payments"}) {
            settings.put("serai.channels.bookingcom." + face + "-url", NOWHERE);
        }
        for (var face : new String[] {"services", "api", "sandbox-api"}) {
            settings.put("serai.channels.expedia." + face + "-url", NOWHERE);
        }
        context = start(settings);
    }

    private static ConfigurableApplicationContext start(Map<String, Object> settings) {
        var serai = new SpringApplication(Serai.class);
        serai.setBannerMode(Banner.Mode.OFF);
        serai.addInitializers(
                context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("bench", settings));
                    context.getBeanFactory()
                            .registerSingleton("noTestClasses", new NoTestClasses());
                });
        return serai.run();
    }

    /** As the schema's owner. */
    OwnDatabase database() {
        return new OwnDatabase(folder.resolve("postgres"));
    }

    /** What would be sent. */
    Unsent unsent() {
        return new Unsent(context::getBean);
    }

    /** A part of it. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Its TCP port. */
    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
