package io.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/settings.md; {@code -Dserai.docs.write=true} writes it anew. */
class SettingsReferenceTests {

    private static final Path PAGE = Path.of("docs", "settings.md");

    @Test
    void tellsEverySettingOfTheCode() throws IOException {
        String expected =
                new SettingsReference(
                                Path.of(
                                        "target/classes/META-INF/spring-configuration-metadata.json"),
                                Path.of("src/main/resources/application.yaml"))
                        .page();
        if (Boolean.getBoolean("serai.docs.write")) {
            Files.writeString(PAGE, expected);
        }

        String written = Files.readString(PAGE);

        assertThat(written)
                .as("docs/settings.md; -Dserai.docs.write=true writes it as the code has it")
                .isEqualTo(expected);
    }

    @Test
    void saysWhatEachSettingMeans() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("| `"))
                .isNotEmpty()
                .noneMatch(line -> line.endsWith("|  |"));
    }
}
