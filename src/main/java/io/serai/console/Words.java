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

    /** How many things there are that a word calls: {@code 1 line}, {@code 3 lines}. */
    public static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** The same of what is called otherwise where it is one: {@code .one} in the file. */
    public static String counted(String what, String word, long count) {
        String called = what + "." + word;
        return count
                + " "
                + (count == 1 && WORDS.containsKey(called + ".one")
                        ? of(what, word + ".one")
                        : of(what, word));
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
