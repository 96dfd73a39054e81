package io.serai.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that docs/capabilities.md names is there. */
class CapabilitiesTests {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");

    @Test
    void namesTestsThatAreThere() throws IOException {
        Map<String, String> tests = tests();
        Set<String> gone = new TreeSet<>();

        var named = NAMED.matcher(Files.readString(Path.of("docs", "capabilities.md")));
        int count = 0;
        while (named.find()) {
            count++;
            String text = tests.get(named.group(1));
            String method = named.group(2);
            if (text == null || method != null && !text.contains("void " + method + "(")) {
                gone.add(named.group());
            }
        }

        assertThat(gone).as("named in docs/capabilities.md, and not there").isEmpty();
        assertThat(count).isGreaterThan(60);
    }

    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"));
                Stream<Path> benches = Files.walk(Path.of("bench/java"))) {
            return Stream.concat(tests, benches)
                    .filter(file -> file.toString().endsWith("Tests.java"))
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    CapabilitiesTests::text,
                                    (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
