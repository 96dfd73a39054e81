package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.api.ApiClient;
import io.serai.testing.RunningSerai;
import io.serai.testing.SeraiOfFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/** A mapping is wrong, is mended while Serai runs, and what it could not translate is taken. */
class SentAgainAfterAFixTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ROUTE =
            """
            - route:
                id: mended-reservation-in
                description: Translate one reservation and take it in
                routeConfigurationId: channel-calls
                from:
                  id: came
                  uri: direct
                  parameters:
                    name: mended-reservation-in
                  steps:
                    - setVariable:
                        id: keep-told
                        name: told
                        expression:
                          simple:
                            expression: "${bodyAs(String)}"
                    - setVariable:
                        id: name-translator
                        name: translator
                        expression:
                          constant:
                            expression: mended-reservation-in
                    - doTry:
                        id: this-one
                        steps:
                          - to:
                              id: map
                              uri: xslt-saxon
                              parameters:
                                resourceUri: file:mappings/mended/in.xsl
                          - to:
                              id: take
                              uri: direct
                              parameters:
                                name: reservation-take
                        doCatch:
                          - id: not-this-one
                            exception:
                              - java.lang.Exception
                            steps:
                              - to:
                                  id: leave
                                  uri: direct
                                  parameters:
                                    name: reservation-left
            """;
    private static final String MAPPING =
            """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:output method="text"/>
              <xsl:template match="/booking">%s</xsl:template>
            </xsl:stylesheet>
            """;
    private static final String WRONG =
            "<xsl:message terminate=\"yes\">mended: no such room</xsl:message>";
    private static final String RIGHT =
            "{\"hotel\":\"none\",\"number\":\"<xsl:value-of select='@number'/>\",\"kind\":\"new\",\"rooms\":[{\"index\":\"1\","
                    + "\"room\":\"R1\",\"adults\":2,\"children\":0,\"nights\":[{\"night\":\"2031-01-01\"}]}]}";

    private final SeraiOfFolders folders = SeraiOfFolders.shared();
    private final RunningSerai serai = folders.serai();

    @Test
    void takesAllThatAMappingCouldNotTranslateInTheirOrderOnceItIsMended() throws IOException {
        write(folders.mappings().resolve("mended/in.xsl"), MAPPING.formatted(WRONG));
        write(folders.routes().resolve("mended/reservation-in.camel.yaml"), ROUTE);
        CamelContext camel = serai.part(CamelContext.class);
        await().atMost(PATIENCE).until(() -> camel.getRoute("mended-reservation-in") != null);
        long account =
                serai.sql()
                        .sql(
                                "insert into channel_accounts (provider, name, login_sealed, login_hash) values ('booking.com', 'mended', '\\x00', 'mended') returning id")
                        .query(Long.class)
                        .single();
        try (ProducerTemplate desk = camel.createProducerTemplate()) {
            for (int number = 1; number <= 3; number++) {
                desk.sendBodyAndHeader(
                        "direct:mended-reservation-in",
                        "<booking number='M" + number + "'/>",
                        "Serai-Account",
                        account);
            }
        }
        assertThat(
                        count(
                                "parked_messages where route = 'mended-reservation-in' and state = 'parked'"))
                .isEqualTo(3);

        write(folders.mappings().resolve("mended/in.xsl"), MAPPING.formatted(RIGHT));
        ApiClient engineer = ApiClient.user(serai, "mended-engineer", "engineer");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            engineer.post(
                                    "/api/inbox/replays",
                                    "{\"kind\": \"reservation\", \"reason\": \"terminated\"}");
                            return count(
                                            "parked_messages where route = 'mended-reservation-in' and state = 'replayed'")
                                    == 3;
                        });

        assertThat(
                        serai.sql()
                                .sql(
                                        "select string_agg(number, ' ' order by id) from reservations where account_id = ?")
                                .param(account)
                                .query(String.class)
                                .single())
                .isEqualTo("M1 M2 M3");
    }

    private int count(String what) {
        return serai.sql().sql("select count(*) from " + what).query(Integer.class).single();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
