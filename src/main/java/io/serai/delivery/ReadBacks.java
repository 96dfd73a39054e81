package io.serai.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.ari.Remote;
import io.serai.channel.PortJson;
import io.serai.channel.connection.BaseUrls;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the route that reads back what a channel holds calls, step by step. */
@Component("readBacks")
public class ReadBacks {

    private static final Logger LOG = LoggerFactory.getLogger(ReadBacks.class);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Claims claims;
    private final Connections connections;
    private final ReadBackWishes wishes;
    private final DriftComparing comparing;
    private final ShownPrices prices;
    private final ReadBackLog log;
    private final Wakes wakes;
    private final DeliverySettings deliveries;
    private final ReadBackSettings settings;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ReadBacks(
            Claims claims,
            Connections connections,
            ReadBackWishes wishes,
            DriftComparing comparing,
            ShownPrices prices,
            ReadBackLog log,
            Wakes wakes,
            DeliverySettings deliveries,
            ReadBackSettings settings,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock) {
        this.claims = claims;
        this.connections = connections;
        this.wishes = wishes;
        this.comparing = comparing;
        this.prices = prices;
        this.log = log;
        this.wakes = wakes;
        this.deliveries = deliveries;
        this.settings = settings;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Takes a connection's claim and cuts the nights that are to be looked at. */
    public ReadBack begin(int id) {
        Optional<Connection> found = connections.find(id);
        if (found.isEmpty()) {
            return ReadBack.nothing();
        }
        Connection connection = found.get();
        Optional<Claim> claim = claims.takeOne(id, deliveries.lease(connection));
        if (claim.isEmpty()) {
            return ReadBack.nothing();
        }
        LocalDate today = LocalDate.ofEpochDay(connection.today(clock));
        Instant begun = wishes.now();
        wishes.forgetBefore(id, today);
        return ReadBack.of(claim.get(), connection, slices(connection, today), begun);
    }

    private List<ReadBackSlice> slices(Connection connection, LocalDate today) {
        LocalDate beyond = today.plusDays(connection.horizon());
        int days = settings.readBackDays();
        ReadBackWishes.Whole whole = wishes.whole(connection.id());
        if (whole != null) {
            LocalDate rest = whole.from();
            return ReadBackSlice.cut(
                    rest == null || rest.isBefore(today) ? today : rest, beyond, days);
        }
        List<ReadBackSlice> suspected = wishes.suspected(connection.id());
        return ReadBackSlice.cut(today, beyond, days).stream()
                .filter(
                        slice ->
                                suspected.stream()
                                        .anyMatch(it -> slice.touches(it.from(), it.to())))
                .toList();
    }

    /** Puts the question for the next slice on the exchange, in the words of the port. */
    public void ask(Exchange exchange) throws IOException {
        ReadBack look = look(exchange);
        Connection connection = look.connection();
        claims.renew(look.claim(), deliveries.lease(connection));
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader("Serai-Account", connection.account());
        message.setHeader("Serai-Connection", connection.id());
        BaseUrls.address(exchange, connection.baseUrl());
        message.setBody(
                json.writeValueAsString(
                        Map.of(
                                "hotel", connection.remoteHotel(),
                                "from", look.slice().from().toString(),
                                "to", look.slice().to().toString())));
    }

    /** Compares what the channel showed; what it answered instead ends the look. */
    public void take(Exchange exchange) throws IOException {
        ReadBack look = look(exchange);
        String body = exchange.getMessage().getBody(String.class);
        JsonNode answer = json.readTree(body == null || body.isBlank() ? "{}" : body);
        if (!answer.hasNonNull("days")) {
            look.fail(words(answer));
            return;
        }
        ShownNights shown = PortJson.read(body, ShownNights.class);
        List<Remote> remotes = connections.remotes(look.connection());
        DriftLook found = comparing.compare(look, ReadBackCells.of(remotes, shown));
        look.add(found, prices.keep(look, remotes, shown));
        if (hasMarks(look.connection())) {
            look.giveWay();
        }
    }

    private static String words(JsonNode answer) {
        JsonNode item = answer.path("items").path(0);
        return "not shown: "
                + answer.path("outcome").asText("no answer")
                + (item.hasNonNull("code") ? " " + item.path("code").asText() : "");
    }

    private boolean hasMarks(Connection connection) {
        return jdbc.sql("select exists (select from marks where connection_id = ?)")
                .param(connection.id())
                .query(Boolean.class)
                .single();
    }

    /** The look ended with an exception; it is tried again after a while. */
    public void failed(Exchange exchange) {
        Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        look(exchange).fail(why.getClass().getSimpleName() + ": " + why.getMessage());
    }

    /** Writes down how it went, gives the claim back, and says when it is looked again. */
    public void finish(Exchange exchange) {
        ReadBack look = look(exchange);
        if (look.isNothing()) {
            return;
        }
        int id = look.connection().id();
        if (look.failure() != null) {
            LOG.warn("connection {}: what the channel holds: {}", id, look.failure());
            wishes.later(id, settings.readBackAgain(), null);
        } else if (look.rest() != null) {
            wishes.later(id, AT_ONCE, look.rest());
        } else {
            wishes.fulfilled(id, look.begun());
        }
        log.add(look);
        claims.leave(look.claim());
        wakes.here();
    }

    private static ReadBack look(Exchange exchange) {
        ReadBack look = exchange.getProperty("readBack", ReadBack.class);
        return look == null ? ReadBack.nothing() : look;
    }
}
