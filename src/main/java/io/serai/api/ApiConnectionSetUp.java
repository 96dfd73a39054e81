package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.connection.ConnectionBook;
import io.serai.channel.connection.ConnectionMapping;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.ConnectionWish;
import io.serai.channel.connection.CredentialTrial;
import io.serai.channel.connection.NewConnections;
import io.serai.channel.connection.RemoteReading;
import io.serai.channel.connection.StoredConnection;
import io.serai.database.TenantSession;
import io.serai.delivery.ConnectionCheck;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds connections step by step, as the pages do. */
@Component("apiConnectionSetUp")
public class ApiConnectionSetUp {

    private static final Set<String> KNOWN =
            Set.of("hotel", "channel", "name", "remoteHotel", "test", "credentials");

    private final Targets targets;
    private final TenantSession tenants;
    private final CalledConnections called;
    private final Channels channels;
    private final NewConnections connections;
    private final ConnectionBook book;
    private final ConnectionMapping mapping;
    private final ConnectionCheck check;
    private final CredentialTrial trial;
    private final RemoteReading reading;

    ApiConnectionSetUp(
            Targets targets,
            TenantSession tenants,
            CalledConnections called,
            Channels channels,
            NewConnections connections,
            ConnectionBook book,
            ConnectionMapping mapping,
            ConnectionCheck check,
            CredentialTrial trial,
            RemoteReading reading) {
        this.targets = targets;
        this.tenants = tenants;
        this.called = called;
        this.channels = channels;
        this.connections = connections;
        this.book = book;
        this.mapping = mapping;
        this.check = check;
        this.trial = trial;
        this.reading = reading;
    }

    /** Adds one; it is to be tested next. */
    public Answer add(@ExchangeProperty("caller") Caller caller, @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, KNOWN);
        int hotel = targets.hotel(caller, Objects.requireNonNullElse(form.text("hotel"), ""));
        String folder = Objects.requireNonNullElse(form.text("channel"), "");
        String usual =
                channels.find(folder)
                        .map(Channel::definition)
                        .map(definition -> definition.name())
                        .orElse(folder);
        ConnectionWish wish =
                new ConnectionWish(
                        folder,
                        Objects.requireNonNullElse(form.text("name"), usual),
                        Objects.requireNonNullElse(form.text("remoteHotel"), ""),
                        form.flag("test", true),
                        credentials(form, body));
        try {
            int added =
                    tenants.call(
                            caller.hotels(),
                            caller.actor(),
                            session -> connections.add(session, hotel, wish));
            return Answer.of(
                    201, ConnectionLifeView.of(called.find(caller, Integer.toString(added))));
        } catch (ConnectionRefused refused) {
            throw CalledConnections.problem(refused);
        }
    }

    private static Map<String, String> credentials(Form form, @Nullable ObjectNode body) {
        Map<String, String> given = new TreeMap<>();
        JsonNode said = body == null ? null : body.get("credentials");
        if (said != null) {
            said.properties()
                    .forEach(
                            each -> {
                                if (!each.getValue().isTextual()) {
                                    throw form.refusal(
                                            "credentials", "one that is no text", "texts");
                                }
                                given.put(each.getKey(), each.getValue().asText());
                            });
        }
        return given;
    }

    /** What the channel said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tested(boolean works, @Nullable String words) {}

    /** Has the channel say whether it lets the hotel in. */
    public Tested test(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        StoredConnection there = called.find(caller, id);
        try {
            CredentialTrial.Answer answer = trial.of(there.id(), there.taken());
            if (answer.works() && "test".equals(there.step())) {
                goOn(caller, there, "rooms");
            }
            return new Tested(answer.works(), answer.words());
        } catch (ConnectionRefused refused) {
            throw CalledConnections.problem(refused);
        }
    }

    /** Reads what the channel sells of the hotel. */
    public Mapped read(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        StoredConnection there = called.find(caller, id);
        reading.read(there)
                .ifPresent(
                        why -> {
                            throw new Problem(422, "Not read", why);
                        });
        try {
            goOn(caller, there, "map");
        } catch (ConnectionRefused refused) {
            throw CalledConnections.problem(refused);
        }
        return mapping(caller, id);
    }

    private void goOn(Caller caller, StoredConnection asked, String step) {
        called.at(
                caller,
                String.valueOf(asked.id()),
                (session, connection) -> {
                    book.next(session, asked, step);
                    return true;
                });
    }

    /** What the channel's rooms and rates mean. */
    public record Mapped(List<MappedRemoteView> remotes) {}

    /** What each room and rate means, and may mean. */
    public Mapped mapping(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return new Mapped(
                called.at(caller, id, mapping::of).stream().map(MappedRemoteView::of).toList());
    }

    /** Says what one means. */
    public Mapped map(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("remote") String remote,
            @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, Set.of("meaning"));
        String said = form.text("meaning");
        if (!form.names("meaning") || said != null && Targets.key(said) == 0) {
            throw form.refusal("meaning", String.valueOf(said), "the id of an offer, or null");
        }
        called.at(
                caller,
                id,
                (session, connection) -> {
                    mapping.map(
                            session,
                            connection,
                            Targets.key(remote),
                            said == null ? null : Targets.key(said),
                            caller.actor());
                    return true;
                });
        return mapping(caller, id);
    }

    /** What was found. */
    public record Found(List<ConnectionCheck.Finding> findings) {}

    /** What of it is missing, and what keeps it from selling. */
    public Found check(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return new Found(called.at(caller, id, check::of));
    }
}
