package io.serai.channel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialSourcesTests {

    private static final Map<String, String> ENVIRONMENT =
            Map.of("SERAI_CREDENTIAL_KEY", "of the environment", "PATH", "/bin");

    @TempDir private Path directory;
    private CredentialSources sources;

    @BeforeEach
    void aDirectory() throws IOException {
        Files.writeString(directory.resolve("secret"), "of a file\n");
        sources = new CredentialSources(directory, ENVIRONMENT::get);
    }

    @Test
    void readsWhatLiesElsewhereAndLeavesTheRest() {
        var read =
                sources.read(
                        Map.of(
                                "api_key", "{env:SERAI_CREDENTIAL_KEY}",
                                "api_secret", "{file:secret}",
                                "user", "plain {file}"));

        assertThat(read)
                .containsEntry("api_key", "of the environment")
                .containsEntry("api_secret", "of a file")
                .containsEntry("user", "plain {file}");
    }

    @Test
    void readsAChangedFileAnew() throws IOException {
        sources.read(Map.of("api_secret", "{file:secret}"));
        Files.writeString(directory.resolve("secret"), "another");

        assertThat(sources.read(Map.of("api_secret", "{file:secret}")))
                .containsEntry("api_secret", "another");
    }

    @Test
    void readsNothingBesides() {
        for (String elsewhere :
                new String[] {
                    "{file:../secret}",
                    "{file:/etc/passwd}",
                    "{file:.}",
                    "{file:..}",
                    "{file:missing}",
                    "{env:PATH}",
                    "{env:SERAI_CREDENTIAL_NONE}"
                }) {
            assertThatThrownBy(() -> sources.read(Map.of("api_key", elsewhere)))
                    .isInstanceOf(CredentialMissing.class)
                    .hasMessageContaining(elsewhere);
        }
    }

    @Test
    void readsNoFileWhereNoDirectoryIsSet() {
        var none = new CredentialSources(null, ENVIRONMENT::get);

        assertThatThrownBy(() -> none.read(Map.of("api_key", "{file:secret}")))
                .isInstanceOf(CredentialMissing.class);
    }
}
