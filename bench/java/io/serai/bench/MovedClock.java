package io.serai.bench;

import io.serai.testing.NoTestClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The time of day, moved by as many seconds as a file says, which may change at any moment. It
 * takes the place of the clock that all of a process is given; the program itself knows nothing of
 * it.
 */
final class MovedClock extends Clock {

    private static final String FILE = "bench.clock";

    private final Clock real;
    private final Path file;

    private MovedClock(Clock real, Path file) {
        this.real = real;
        this.file = file;
    }

    /** Options of a process whose clock a file moves. */
    static List<String> of(Path file, List<String> jvm) {
        move(file, Duration.ZERO);
        return Stream.concat(jvm.stream(), Stream.of("-D" + FILE + "=" + file)).toList();
    }

    /** From now on the clock is so far ahead, or behind if negative. */
    static void move(Path file, Duration by) {
        try {
            Files.writeString(file, String.valueOf(by.toSeconds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folder that has each context of a process take the moved clock. */
    static Path hook(Path folder) throws IOException {
        var factories = folder.resolve("META-INF/spring.factories");
        Files.createDirectories(factories.getParent());
        Files.writeString(
                factories,
                ApplicationContextInitializer.class.getName() + "=" + Hook.class.getName() + "\n");
        return folder;
    }

    @Override
    public Instant instant() {
        return real.instant().plusSeconds(seconds());
    }

    private long seconds() {
        try {
            var text = Files.readString(file).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovedClock(real.withZone(zone), file);
    }

    /** Puts the moved clock in place of a context's own, and keeps tests out of it. */
    static final class Hook
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().registerSingleton("noTestClasses", new NoTestClasses());
            context.getBeanFactory()
                    .addBeanPostProcessor(
                            new BeanPostProcessor() {
                                @Override
                                public Object postProcessAfterInitialization(
                                        Object bean, String name) {
                                    return bean instanceof Clock clock
                                            ? new MovedClock(
                                                    clock, Path.of(System.getProperty(FILE)))
                                            : bean;
                                }
                            });
        }
    }
}
