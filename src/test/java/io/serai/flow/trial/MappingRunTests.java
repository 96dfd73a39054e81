package io.serai.flow.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.flow.trial.MessageComparison.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text that somebody tries may reach on the machine. */
class MappingRunTests {

    private static final String SECRET = "Quellenhof";
    private static final String SHEET =
            """
            <x:stylesheet version="3.0" xmlns:x="http://www.w3.org/1999/XSL/Transform" xmlns:fn="http://www.w3.org/2005/xpath-functions"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map">
              <x:output method="text"/>
              %s
              <x:template match="/">%s</x:template>
            </x:stylesheet>""";
    private static final MappedMessage MESSAGE =
            new MappedMessage("<Booking id=\"1\"/>", Map.of(), "", null, null);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:value-of select=\"unparsed-text ('FILE')\"/>",
                "<x:value-of select=\"&#117;nparsed-text('FILE')\"/>",
                "<x:value-of select=\"unparsed-text#1('FILE')\"/>",
                "<x:value-of select=\"function-lookup(fn:QName('http://www.w3.org/2005/xpath-functions', 'unparsed-text'), 1)('FILE')\"/>",
                "<x:value-of select=\"error((), translate(unparsed-text ('FILE'), '&lt;&gt;', ''))\"/>",
                "<x:value-of select=\"serialize(json-doc ('FILE.json'))\"/>",
                "<x:value-of select=\"doc ('FILE')\"/>",
                "<x:value-of select=\"document ('FILE')\"/>",
                "<x:value-of select=\"collection ('FOLDER?select=*.txt')\"/>",
                "<x:value-of select=\"uri-collection ('FOLDER')\"/>",
                "<x:source-document href=\"FILE\"><x:value-of select=\".\"/></x:source-document>",
                "<x:value-of select=\"parse-xml(concat('&lt;!DOCTYPE a [&lt;!ENTITY e SYSTEM &quot;FILE&quot;&gt;]&gt;&lt;a&gt;', '&amp;e;&lt;/a&gt;'))\"/>",
                "<x:value-of select=\"transform (map{'stylesheet-location': 'FILE', 'source-node': /})?output\"/>",
                "<x:evaluate xpath=\"'unparsed-text(''FILE'')'\"/>",
                "<x:value-of select=\"environment-variable ('PATH')\"/>",
                "<x:value-of select=\"available-environment-variables ()\"/>",
                "<x:value-of select=\"system-property('java.class.path')\"/>",
            })
    void showsATextNothingButItsMessage(String asks) throws IOException {
        Path secret =
                Files.writeString(folder.resolve("secret.txt"), "<a>" + SECRET + "</a>", UTF_8);
        Files.writeString(folder.resolve("secret.txt.json"), "[\"" + SECRET + "\"]", UTF_8);
        Files.writeString(folder.resolve(SECRET + ".txt"), "<a/>", UTF_8);

        Outcome outcome = run("", named(asks, secret));

        assertThat(outcome.toString())
                .doesNotContain(SECRET, "PATH", System.getProperty("java.class.path"));
    }

    @Test
    void writesNothingForIt() throws IOException {
        Path written = folder.resolve("written.txt");

        assertThatThrownBy(
                        () ->
                                run(
                                        "",
                                        named(
                                                "<x:result-document href=\"FILE\">x</x:result-document>",
                                                written)))
                .hasMessageContaining("result-document is disabled");

        try (Stream<Path> there = Files.list(folder)) {
            assertThat(there).containsExactly(folder.resolve("sheet.xsl"));
        }
    }

    @Test
    void readsNothingWhileItIsCompiled() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET, UTF_8);
        String sheet =
                SHEET.formatted(
                        named(
                                "<x:variable name=\"v\" static=\"yes\" select=\"&#117;nparsed-text('FILE')\"/><x:variable name=\"w\" static=\"yes\" select=\"error((), $v)\"/>",
                                secret),
                        "");

        try (MappingRun run = new MappingRun()) {
            assertThat(run.refusal("a/sheet.xsl", Map.of("a/sheet.xsl", sheet)))
                    .isNotNull()
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void readsTheStylesheetsThatItIsMadeOf() throws IOException {
        Files.writeString(
                folder.resolve("part.xsl"),
                "<x:stylesheet version=\"3.0\" xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"><x:template name=\"part\">from the part</x:template></x:stylesheet>");

        Outcome outcome = run("<x:include href=\"part.xsl\"/>", "<x:call-template name=\"part\"/>");

        assertThat(outcome.given()).isEqualTo("from the part");
    }

    private static String named(String asks, Path file) {
        return asks.replace("FILE", file.toUri().toString())
                .replace("FOLDER", file.getParent().toUri().toString());
    }

    private Outcome run(String declares, String does) throws IOException {
        Path sheet =
                Files.writeString(folder.resolve("sheet.xsl"), SHEET.formatted(declares, does));
        try (MappingRun run = new MappingRun()) {
            return run.map(sheet, MESSAGE, Instant.EPOCH);
        }
    }
}
