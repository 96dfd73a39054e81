package io.serai.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * What pages call the words in which states, kinds and calls are kept: {@code
 * console/words.properties}.
 */
public final class Words {

    private static final String FILE = "console/words.properties";
    private static final Properties WORDS = read();

    private Words() {}

    /**
     * What a word is called.
     *
     * @param what it is a word of, as {@code delivery}
     * @param word as it is kept; null is nothing
     */
    public static String of(String what, @Nullable String word) {
        return word == null
                ? ""
                : WORDS.getProperty(what + "." + word, word.replace('-', ' ')).strip();
    }

    private static Properties read() {
        Properties words = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(FILE, missing);
        }
        return words;
    }
}
