package io.serai.console.reports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What reports and their figures are called, and what each means: {@code reports/words.properties}.
 */
@Component
class ReportWords {

    private static final String FILE = "reports/words.properties";

    private final Properties words = new Properties();

    ReportWords() {
        try (Reader reader =
                new InputStreamReader(
                        new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException missing) {
            throw new UncheckedIOException(FILE, missing);
        }
    }

    /**
     * A name and what it means.
     *
     * @param meaning empty where the name says it
     */
    record Word(String title, String meaning) {}

    /** A report. */
    Word report(String name) {
        return word("report." + name);
    }

    /**
     * A column of a report.
     *
     * @throws IllegalArgumentException where no words are written for it
     */
    Word column(String report, String column) {
        String own = report + "." + column;
        return word(words.containsKey(own) ? own : column);
    }

    private Word word(String key) {
        String line = words.getProperty(key);
        if (line == null) {
            throw new IllegalArgumentException(
                    FILE
                            + ": no '"
                            + key
                            + "' (expected: its name, and after a bar what it means)");
        }
        String[] parts = line.split("[|]", 2);
        return new Word(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
    }
}
