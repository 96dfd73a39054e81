package io.serai.channel.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.channel.Channels;
import io.serai.channel.DoorHeaders;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a port of a connection's channel while somebody waits, about any hotel there. */
@Component
class PortQuestions {

    private final JdbcClient jdbc;
    private final Channels channels;
    private final BaseUrls urls;
    private final ProducerTemplate routes;
    private final ObjectMapper json;

    PortQuestions(
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
     * What is asked.
     *
     * @param connection whose channel is asked
     * @param account to call with
     * @param hotel the channel's number of the hotel that is asked about; null: the connection's
     * @param test whether it is asked as a test; null: as the connection is
     */
    record Question(int connection, long account, @Nullable String hotel, @Nullable Boolean test) {}

    private record Asked(String provider, @Nullable String remoteHotel, @Nullable String baseUrl) {}

    /** The answer; what kept it away stands where a channel's words would. */
    JsonNode ask(String port, Question question) {
        Asked there =
                jdbc.sql(
                                """
                                select provider, remote_hotel, configuration ->> 'base_url' as base_url from third_party_integrations where id = ?
                                """)
                        .param(question.connection())
                        .query(Asked.class)
                        .single();
        String refusal = urls.refusal(there.baseUrl());
        if (refusal != null) {
            return unanswered(refusal);
        }
        return channels.findByCode(there.provider())
                .map(channel -> ask(channel.endpoint(port), question, there))
                .orElseGet(() -> unanswered("the channel has no folder"));
    }

    private JsonNode ask(String endpoint, Question question, Asked there) {
        String hotel = question.hotel() == null ? there.remoteHotel() : question.hotel();
        Exchange asked =
                routes.request(
                        endpoint,
                        exchange -> {
                            BaseUrls.address(exchange, there.baseUrl());
                            var message = exchange.getMessage();
                            message.setHeader(DoorHeaders.ACCOUNT, question.account());
                            message.setHeader(DoorHeaders.CONNECTION, question.connection());
                            message.setHeader(DoorHeaders.HOTEL, hotel);
                            message.setHeader(DoorHeaders.FRESH, true);
                            if (question.test() != null) {
                                message.setHeader(DoorHeaders.TEST, question.test());
                            }
                            message.setBody(
                                    JsonNodeFactory.instance
                                            .objectNode()
                                            .put("hotel", String.valueOf(hotel))
                                            .toString());
                        });
        if (asked.getException() != null) {
            return unanswered(String.valueOf(asked.getException().getMessage()));
        }
        String body = asked.getMessage().getBody(String.class);
        try {
            return json.readTree(body == null || body.isBlank() ? "{}" : body);
        } catch (JsonProcessingException unreadable) {
            return unanswered("an answer that is no JSON");
        }
    }

    private static JsonNode unanswered(String words) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("items").addObject().put("words", words);
        return answer;
    }
}
