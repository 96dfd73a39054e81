package io.serai.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldOptionTests {

    private static final String INN =
            """
            code: inn.example
            fields:
              min-arrival: { at: product, request: counts, none: 1 }
              min-through: { not-taken: warn }
            options:
              stay-length:
                default: arrival
                arrival: {}
                through:
                  min-arrival: { not-taken: warn }
                  min-through: { at: product, request: counts, none: 1 }
            requests:
              counts: { one: [hotel], weekdays: yes, updates: 100, counted: values, bytes: 5000, measured-by: ari-write }
            answers: { default: refused }
            retries: { unreachable: [1m], internal: [1m], then: hold, ends: { internal: drop } }
            """;

    @TempDir Path routes;

    @Test
    void takesFieldsAsTheConnectionIsConfigured() throws IOException {
        ChannelDefinition inn = channels(INN).byCode("inn.example").definition();

        assertThat(fieldsOf(inn, "through").get("min-through").taken()).isTrue();
        assertThat(fieldsOf(inn, "through").get("min-arrival").taken()).isFalse();
    }

    @Test
    void takesThemAsUsualWhereTheConfigurationSaysNothingOrNonsense() throws IOException {
        ChannelDefinition inn = channels(INN).byCode("inn.example").definition();

        assertThat(fieldsOf(inn, null).get("min-arrival").taken()).isTrue();
        assertThat(fieldsOf(inn, "sideways").get("min-arrival").taken()).isTrue();
    }

    @Test
    void endsEachLadderAsItIsToldTo() throws IOException {
        Retries retries = channels(INN).byCode("inn.example").definition().retries();

        assertThat(retries.endOf("internal")).isEqualTo(Retries.End.DROP);
        assertThat(retries.endOf("unreachable")).isEqualTo(Retries.End.HOLD);
    }

    @Test
    void refusesAUsualChoiceAndALadderThatAreNotThere() throws IOException {
        Channels other = channels(INN.replace("default: arrival", "default: departure"));
        assertThat(other.refused().get("inn")).contains(":7: ").contains("departure");

        other = channels(INN.replace("{ internal: drop }", "{ infernal: drop }"));
        assertThat(other.refused().get("inn")).contains("infernal");
    }

    private static Map<String, FieldRule> fieldsOf(ChannelDefinition channel, String choice) {
        return channel.configured(Map.of("stay_length", String.valueOf(choice))::get)
                .nights()
                .fields();
    }

    private Channels channels(String text) throws IOException {
        Files.createDirectories(routes.resolve("inn"));
        Files.writeString(routes.resolve("inn/channel.yaml"), text);
        return ChannelFiles.in(routes);
    }
}
