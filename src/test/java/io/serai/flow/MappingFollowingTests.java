package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

class MappingFollowingTests {

    @TempDir static Path root;

    private static ConfigurableApplicationContext serai;
    private static Folder folder;

    @BeforeAll
    static void start() {
        serai = FlowTestApp.start(root);
        folder = new Folder(root, serai);
    }

    @AfterAll
    static void stop() {
        serai.close();
    }

    @Test
    void mapsWithAnEditedStylesheetFromTheNextMessageOn() {
        folder.save("mappings/edit/out.xsl", xslt("<xsl:text>one</xsl:text>"));
        folder.save(
                "routes/edit/out.camel.yaml", mapping("edit-out", "xslt-saxon", "edit/out.xsl"));
        folder.awaitTaken("routes/edit/out.camel.yaml");
        assertThat(folder.ask("edit-out", "<a/>")).isEqualTo("one");

        folder.save("mappings/edit/out.xsl", xslt("<xsl:text>two</xsl:text>"));

        awaitMapped("edit-out", "<a/>", "two");
    }

    @Test
    void mapsWithAnEditedJsltFromTheNextMessageOn() {
        folder.save("mappings/jslt/out.jslt", "{\"is\": .was}");
        folder.save("routes/jslt/out.camel.yaml", mapping("jslt-out", "jslt", "jslt/out.jslt"));
        folder.awaitTaken("routes/jslt/out.camel.yaml");
        assertThat(folder.ask("jslt-out", "{\"was\":1}")).isEqualTo("{\"is\":1}");

        folder.save("mappings/jslt/out.jslt", "{\"became\": .was}");

        awaitMapped("jslt-out", "{\"was\":1}", "{\"became\":1}");
    }

    @Test
    void keepsTheLastGoodStylesheetEvenWhenItsRouteIsSwappedMeanwhile() {
        folder.save("mappings/keep/out.xsl", xslt("<xsl:text>good</xsl:text>"));
        folder.save(
                "routes/keep/out.camel.yaml", mapping("keep-out", "xslt-saxon", "keep/out.xsl"));
        folder.awaitTaken("routes/keep/out.camel.yaml");

        folder.save("mappings/keep/out.xsl", xslt("\n\n<xsl:value-of select='1 +'/>"));

        assertThat(folder.awaitRefusal("mappings/keep/out.xsl"))
                .startsWith("mappings/keep/out.xsl:5 is not XSLT: ");
        folder.save(
                "routes/keep/out.camel.yaml",
                "# a new head comment\n" + mapping("keep-again", "xslt-saxon", "keep/out.xsl"));
        awaitMapped("keep-again", "<a/>", "good");
    }

    @Test
    void refusesBrokenJsltAndJsonWithTheirLines() {
        folder.save("mappings/broken/a.jslt", "{\n  \"is\": \n}");
        folder.save("mappings/broken/b.json", "{\n  \"is\": \n}");

        assertThat(folder.awaitRefusal("mappings/broken/a.jslt"))
                .startsWith("mappings/broken/a.jslt:3 is not JSLT: ");
        assertThat(folder.awaitRefusal("mappings/broken/b.json"))
                .startsWith("mappings/broken/b.json:3 is not JSON: ");
    }

    @Test
    void followsAStylesheetThatOthersInclude() {
        folder.save("mappings/common/word.xsl", word("one"));
        folder.save(
                "mappings/user/out.xsl",
                xslt("<xsl:call-template name='word'/>")
                        .replace(
                                "<xsl:template",
                                "<xsl:include href='../common/word.xsl'/><xsl:template"));
        folder.save(
                "routes/user/out.camel.yaml", mapping("user-out", "xslt-saxon", "user/out.xsl"));
        folder.awaitTaken("routes/user/out.camel.yaml");
        assertThat(folder.ask("user-out", "<a/>")).isEqualTo("one");

        folder.save("mappings/common/word.xsl", word("two"));

        awaitMapped("user-out", "<a/>", "two");
        folder.save("mappings/common/word.xsl", word("two").replace("name='word'", "name='wrod'"));
        assertThat(folder.awaitRefusal("mappings/common/word.xsl"))
                .contains("mappings/user/out.xsl, which includes it, would break at line ");
        assertThat(folder.ask("user-out", "<a/>")).isEqualTo("two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "doc('file:///etc/passwd')|doc( (expected: a mapping that reads its message",
                "unparsed-text('file:///etc/passwd')|unparsed-text( (expected: a mapping that",
                "Runtime:exec(Runtime:getRuntime(), 'id')|is not XSLT: ",
                "file:new('/etc/passwd')|is not XSLT: ",
            })
    void refusesAStylesheetThatReadsAnythingButItsMessage(String asks, String reason) {
        String file = "mappings/spy/out-" + Math.abs(asks.hashCode()) + ".xsl";
        folder.save(
                file,
                xslt("\n<xsl:value-of select=\"" + asks + "\"/>")
                        .replace(
                                "version=",
                                "xmlns:Runtime='java:java.lang.Runtime' xmlns:file='java:java.io.File' version="));

        assertThat(folder.awaitRefusal(file)).startsWith(file + ":4 " + reason);
    }

    @Test
    void runsNoStylesheetThatReadsAnythingButItsMessageThoughItWasNotChecked() throws IOException {
        Path secret = Files.writeString(root.resolve("secret.txt"), "a secret");
        String reads = xslt("<xsl:value-of select=\"unparsed-text('" + secret.toUri() + "')\"/>");
        Path unchecked = Files.writeString(root.resolve("unchecked.xsl"), reads);

        assertThatThrownBy(
                        () ->
                                serai.getBean(ProducerTemplate.class)
                                        .requestBody("xslt-saxon:file:" + unchecked, "<a/>"))
                .rootCause()
                .hasMessageContaining("a mapping that reads its message, nothing else");
    }

    @Test
    void refusesARouteWhoseMappingIsMissingAndTakesItOnceTheMappingIsThere() {
        folder.save("routes/late/out.camel.yaml", mapping("late-out", "jslt", "late/out.jslt"));
        assertThat(folder.awaitRefusal("routes/late/out.camel.yaml")).contains("late/out.jslt");

        folder.save("mappings/late/out.jslt", "{\"is\": 1}");

        awaitMapped("late-out", "{}", "{\"is\":1}");
    }

    @Test
    void keepsAMappingThatIsDeletedWhileARouteUsesIt() {
        folder.save("mappings/used/out.jslt", "{\"is\": 1}");
        folder.save("routes/used/out.camel.yaml", mapping("used-out", "jslt", "used/out.jslt"));
        awaitMapped("used-out", "{}", "{\"is\":1}");

        folder.delete("mappings/used/out.jslt");

        assertThat(folder.awaitRefusal("mappings/used/out.jslt"))
                .endsWith("is gone, but used by routes/used/out.camel.yaml");
        assertThat(folder.ask("used-out", "{}")).isEqualTo("{\"is\":1}");
        folder.delete("routes/used/out.camel.yaml");
        org.awaitility.Awaitility.await()
                .until(() -> folder.files().find("mappings/used/out.jslt").isEmpty());
    }

    private static void awaitMapped(String route, String body, String expected) {
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> {
                            assertThat(folder.camel().getRoute(route)).isNotNull();
                            assertThat(folder.ask(route, body)).isEqualTo(expected);
                        });
    }

    private static String xslt(String body) {
        return """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
          <xsl:output method="text"/>
          <xsl:template match="/">%s</xsl:template>
        </xsl:stylesheet>
        """
                .formatted(body);
    }

    private static String word(String word) {
        return """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
          <xsl:template name='word'>%s</xsl:template>
        </xsl:stylesheet>
        """
                .formatted(word);
    }

    private static String mapping(String id, String component, String file) {
        return """
        - route:
            id: %1$s
            from:
              id: asked
              uri: direct
              parameters:
                name: %1$s
              steps:
                - to:
                    id: map
                    uri: %2$s
                    parameters:
                      resourceUri: file:mappings/%3$s
        """
                .formatted(id, component, file);
    }
}
