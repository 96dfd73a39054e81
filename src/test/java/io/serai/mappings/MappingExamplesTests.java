package io.serai.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.flow.trial.Likeness;
import io.serai.flow.trial.MappingExample;
import io.serai.flow.trial.MappingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every mapping over its examples as a route runs it. A new case is two new files. */
class MappingExamplesTests {

    private static final List<Path> MAPPINGS =
            List.of(Path.of("mappings"), Path.of("examples/channel/mappings"));

    private static MappingRun run;

    @BeforeAll
    static void start() {
        run = new MappingRun();
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesWhatTheExampleSays(MappingExample example) {
        String given = run.map(example);

        assertThat(Likeness.holds(example, given))
                .as("given:%n%s%nexpected:%n%s", given, example.expectedText())
                .isTrue();
    }

    @Test
    void leavesNoMappingWithoutAnExample() {
        List<Path> shown = examples().map(MappingExample::mapping).toList();

        List<Path> all =
                MAPPINGS.stream()
                        .flatMap(MappingExamplesTests::mappings)
                        .filter(file -> file.toString().matches(".*\\.(xsl|jslt)"))
                        .toList();

        assertThat(all).isNotEmpty().allMatch(shown::contains);
    }

    static Stream<MappingExample> examples() {
        return MAPPINGS.stream().flatMap(folder -> MappingExample.below(folder).stream());
    }

    private static Stream<Path> mappings(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
