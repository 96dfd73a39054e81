package io.serai.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Route configurations, templates and beans: what other files build on. */
class SharedRoutesTests {

    @TempDir static Path root;

    private static ConfigurableApplicationContext serai;
    private static Folder folder;

    @BeforeAll
    static void start() {
        Folder.write(root.resolve("routes/a-first/user.camel.yaml"), failing("first-user"));
        Folder.write(root.resolve("routes/zz-last/errors.camel.yaml"), errors("at-start"));
        serai = FlowTestApp.start(root);
        folder = new Folder(root, serai);
    }

    @AfterAll
    static void stop() {
        serai.close();
    }

    @Test
    void appliesAnEditedRouteConfigurationToTheRoutesThatNameIt() {
        folder.awaitAnswer("first-user", "at-start");

        folder.save("routes/zz-last/errors.camel.yaml", errors("edited"));

        folder.awaitAnswer("first-user", "edited");
        folder.save("routes/zz-last/errors.camel.yaml", errors("at-start"));
        folder.awaitAnswer("first-user", "at-start");
    }

    @Test
    void refusesARouteThatNamesARouteConfigurationThatIsNotThere() {
        folder.save(
                "routes/lost/a.camel.yaml",
                failing("lost-a").replace("channel-errors", "chanel-errors"));

        assertThat(folder.awaitRefusal("routes/lost/a.camel.yaml"))
                .startsWith("routes/lost/a.camel.yaml:3 routeConfigurationId 'chanel-errors'");
    }

    @Test
    void keepsARouteConfigurationThatIsDeletedWhileARouteNamesIt() {
        folder.save("routes/keep/errors.camel.yaml", errors("kept").replace("channel", "keep"));
        folder.save("routes/keep/user.camel.yaml", failing("keep-user").replace("channel", "keep"));
        folder.awaitAnswer("keep-user", "kept");

        folder.delete("routes/keep/errors.camel.yaml");

        assertThat(folder.awaitRefusal("routes/keep/errors.camel.yaml"))
                .isEqualTo(
                        "routes/keep/errors.camel.yaml is gone, but routes/keep/user.camel.yaml"
                                + " builds on it");
        assertThat(folder.ask("keep-user")).isEqualTo("kept");
    }

    @Test
    void appliesAnEditedTemplateToTheRoutesMadeFromIt() {
        folder.save("routes/t/template.camel.yaml", template("hello"));
        folder.save("routes/t/user.camel.yaml", templated("t-user", "guest"));
        folder.awaitAnswer("t-user", "hello guest");

        folder.save("routes/t/template.camel.yaml", template("good evening"));

        folder.awaitAnswer("t-user", "good evening guest");
        folder.save("routes/t/user.camel.yaml", templated("t-user", "madam"));
        folder.awaitAnswer("t-user", "good evening madam");
    }

    @Test
    void refusesAnEditOfATemplateThatWouldBreakARouteMadeFromIt() {
        folder.save("routes/u/template.camel.yaml", template("hello").replace("greet", "meet"));
        folder.save(
                "routes/u/user.camel.yaml", templated("u-user", "you").replace("greet", "meet"));
        folder.awaitAnswer("u-user", "hello you");

        folder.save(
                "routes/u/template.camel.yaml",
                template("hello").replace("greet", "meet").replace("name: whom", "name: who"));

        assertThat(folder.awaitRefusal("routes/u/template.camel.yaml"))
                .contains("routes/u/user.camel.yaml would no longer load");
        assertThat(folder.ask("u-user")).isEqualTo("hello you");
    }

    @Test
    void appliesAnEditedBeanToTheRoutesThatCallIt() {
        folder.save("routes/b/beans.camel.yaml", bean("one"));
        folder.save(
                "routes/b/user.camel.yaml",
                Folder.answering("b-user", "x")
                        + """
                                - bean:
                                    id: ask-desk
                                    ref: night-desk
                                    method: getWord
                        """);
        folder.awaitAnswer("b-user", "one");

        folder.save("routes/b/beans.camel.yaml", bean("two"));

        folder.awaitAnswer("b-user", "two");
    }

    /** A desk that has one word for everybody. */
    public static class Desk {

        private String word = "";

        public String getWord() {
            return word;
        }

        public void setWord(String word) {
            this.word = word;
        }
    }

    private static String bean(String word) {
        return """
        - beans:
            - name: night-desk
              type: io.serai.flow.SharedRoutesTests$Desk
              properties:
                word: %s
        """
                .formatted(word);
    }

    private static String template(String greeting) {
        return """
        - routeTemplate:
            id: greet
            parameters:
              - name: name
              - name: whom
            from:
              id: asked
              uri: "direct:{{name}}"
              steps:
                - setBody:
                    id: say
                    expression:
                      constant:
                        expression: "%s {{whom}}"
        """
                .formatted(greeting);
    }

    private static String templated(String id, String whom) {
        return """
        - templatedRoute:
            routeTemplateRef: greet
            routeId: %1$s
            parameters:
              - name: name
                value: %1$s
              - name: whom
                value: %2$s
        """
                .formatted(id, whom);
    }

    private static String errors(String answer) {
        return """
        - routeConfiguration:
            id: channel-errors
            onException:
              - onException:
                  id: anything
                  exception:
                    - java.lang.Exception
                  handled:
                    constant:
                      expression: "true"
                  steps:
                    - setBody:
                        id: say-so
                        expression:
                          constant:
                            expression: %s
        """
                .formatted(answer);
    }

    private static String failing(String id) {
        return """
        - route:
            id: %1$s
            routeConfigurationId: channel-errors
            from:
              id: asked
              uri: direct
              parameters:
                name: %1$s
              steps:
                - throwException:
                    id: fail
                    exceptionType: java.lang.IllegalStateException
                    message: nothing works
        """
                .formatted(id);
    }
}
