package io.serai.flow.trial;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialPipeTests {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void givesWhatWasSaidInItsOrderAndThenNothing() throws IOException {
        TrialPipe there = new TrialPipe(new ByteArrayInputStream(new byte[0]), written);
        there.write(List.of("a"));
        there.write("b");

        TrialPipe here = reading(written.toByteArray());

        assertThat(here.read(List.class)).isEqualTo(List.of("a"));
        assertThat(here.read(String.class)).isEqualTo("b");
        assertThat(here.read(String.class)).isNull();
    }

    /** Their first four are a length: 1.4 GB, more than any array has, less than none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Terminating due to java.lang.OutOfMemoryError: Java heap space\n",
                "\u007f\u00ff\u00ff\u00ff and more",
                "\u00ff\u00ff\u00ff\u00ff and more",
                "a"
            })
    void takesWordsOfADyingJavaForItsEndAndNoMemoryForThem(String words) throws IOException {
        TrialPipe here = reading(words.getBytes(ISO_8859_1));

        assertThat(here.read(String.class)).isNull();
    }

    private TrialPipe reading(byte[] bytes) {
        return new TrialPipe(new ByteArrayInputStream(bytes), written);
    }
}
