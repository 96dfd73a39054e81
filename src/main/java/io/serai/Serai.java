package io.serai;

import io.serai.flow.trial.MappingsCommand;
import io.serai.vault.MasterKeyCommand;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Starts Serai; with {@code sandbox} as its first argument, the stand-ins of the channels alone;
 * with {@code mappings} or {@code vault}, nothing: it tries mappings, or rotates the master key,
 * and ends.
 */
@SpringBootConfiguration
@EnableAutoConfiguration( // traces are begun and told of as io.serai.trace says, or not at all
        exclude = {
            OpenTelemetryAutoConfiguration.class,
            OpenTelemetryLoggingAutoConfiguration.class
        })
@ConfigurationPropertiesScan
@ComponentScan(
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(
                    type = FilterType.CUSTOM,
                    classes = AutoConfigurationExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.serai\\.sandbox\\..*")
        })
public class Serai {

    public static void main(String[] args) {
        String what = args.length == 0 ? "" : args[0];
        switch (what) {
            case "sandbox" -> SandboxAlone.start(rest(args));
            case "mappings" -> {
                quiet();
                System.exit(new MappingsCommand(System.out).run(rest(args)));
            }
            case "vault" -> {
                quiet();
                System.exit(new MasterKeyCommand(System.out).run(rest(args)));
            }
            default -> SpringApplication.run(Serai.class, args);
        }
    }

    private static String[] rest(String[] args) {
        return Arrays.copyOfRange(args, 1, args.length);
    }

    private static void quiet() {
        LoggingSystem.get(Serai.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    /** What time it is, for all of Serai, so that a test can say so. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
