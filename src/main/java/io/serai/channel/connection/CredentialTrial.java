package io.serai.channel.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.DoorHeaders;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a channel, by its port {@code connection-test}, whether it lets somebody in for a hotel. */
@Component
public class CredentialTrial {

    private final JdbcClient jdbc;
    private final Channels channels;
    private final BaseUrls urls;
    private final ProducerTemplate routes;
    private final ObjectMapper json;

    CredentialTrial(
            JdbcClient jdbc,
            Channels channels,
            BaseUrls urls,
            ProducerTemplate routes,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.urls = urls;
        this.routes = routes;
        this.json = json;
    }

    /**
     * What the channel said.
     *
     * @param works whether it let the account in
     * @param words its own, or what kept the answer away; null where it said none
     */
    public record Answer(boolean works, @Nullable String words) {}

    /**
     * Tries an account for a connection; nothing is changed at the channel.
     *
     * @param connection whose hotel is asked for
     * @param account to call with
     */
    public Answer of(int connection, long account) {
        Map<String, Object> row =
                jdbc.sql(
                                """
                                select provider, remote_hotel, configuration ->> 'base_url' as base_url from third_party_integrations where id = ?
                                """)
                        .param(connection)
                        .query()
                        .singleRow();
        Channel channel = channels.findByCode((String) row.get("provider")).orElse(null);
        String url = (String) row.get("base_url");
        String refusal = urls.refusal(url);
        if (channel == null || refusal != null) {
            return new Answer(false, refusal == null ? "the channel has no folder" : refusal);
        }
        Object hotel = row.get("remote_hotel");
        Exchange asked =
                routes.request(
                        channel.endpoint("connection-test"),
                        exchange -> {
                            BaseUrls.address(exchange, url);
                            exchange.getMessage().setHeader(DoorHeaders.ACCOUNT, account);
                            exchange.getMessage().setHeader(DoorHeaders.CONNECTION, connection);
                            exchange.getMessage().setHeader(DoorHeaders.HOTEL, hotel);
                            exchange.getMessage()
                                    .setBody(
                                            JsonNodeFactory.instance
                                                    .objectNode()
                                                    .put("hotel", String.valueOf(hotel))
                                                    .toString());
                        });
        return asked.getException() == null
                ? answer(asked.getMessage().getBody(String.class))
                : new Answer(false, asked.getException().getMessage());
    }

    private Answer answer(@Nullable String body) {
        try {
            JsonNode said = json.readTree(body == null || body.isBlank() ? "{}" : body);
            JsonNode words = said.path("items").path(0).path("words");
            return new Answer(
                    said.path("outcome").asText().equals("applied"),
                    words.isTextual() ? words.asText() : null);
        } catch (JsonProcessingException unreadable) {
            return new Answer(false, "an answer that is no JSON");
        }
    }
}
