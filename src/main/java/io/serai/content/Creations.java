package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.CreationStep;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes hotels at channels, step by step as {@code channel.yaml} lists them: a step begins when all
 * before it are done. What is there already is not made again, so that beginning anew goes on.
 */
@Component("contentCreations")
public class Creations {

    private final JdbcClient jdbc;
    private final SyncedConnections connections;
    private final SyncRows rows;
    private final CreationRows steps;
    private final Channels channels;
    private final ObjectMapper json;

    Creations(
            JdbcClient jdbc,
            SyncedConnections connections,
            SyncRows rows,
            CreationRows steps,
            Channels channels,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.rows = rows;
        this.steps = steps;
        this.channels = channels;
        this.json = json;
    }

    /**
     * Begins to make what is missing, or goes on where it stopped.
     *
     * @param actor who wants it
     * @return why it cannot be; empty when it is begun
     */
    @Transactional
    public Optional<String> begin(int connection, String actor) {
        SyncedConnection one = connections.find(connection).orElse(null);
        Channel channel = one == null ? null : channels.findByCode(one.provider()).orElse(null);
        if (one == null || channel == null) {
            return Optional.of("connection: not taken in (expected: enabled, with an account)");
        }
        if (channel.definition().content().creation().isEmpty()) {
            return Optional.of(
                    "provider: '"
                            + one.provider()
                            + "' (expected: a channel at which hotels are made)");
        }
        Optional<String> lacking = lacking(one, channel);
        if (lacking.isEmpty()) {
            rows.keep(one, channel, true);
            steps.begin(one, actor);
        }
        return lacking;
    }

    private Optional<String> lacking(SyncedConnection connection, Channel channel) {
        try {
            JsonNode said = json.readTree(connection.configuration());
            return channel.definition().content().needs().stream()
                    .filter(key -> said.path(key).asText("").isBlank())
                    .findFirst()
                    .map(key -> "configuration: no " + key + " (expected: as the channel gave it)");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gave no JSON", e);
        }
    }

    /** Somebody did at the channel what a step asks for; false when no such step waits. */
    @Transactional
    public boolean done(int connection, String step) {
        return steps.done(connection, step);
    }

    /** Begins the next step of each that is ready for it; returns how many there are. */
    @Transactional
    public int advance() {
        List<Integer> running = steps.running();
        for (int connection : running) {
            connections.find(connection).ifPresent(this::advance);
        }
        return running.size();
    }

    private void advance(SyncedConnection connection) {
        Channel channel = channels.findByCode(connection.provider()).orElse(null);
        if (channel == null) {
            return;
        }
        for (CreationStep step : channel.definition().content().creation()) {
            List<CreationRows.Row> open = steps.open(connection.id(), step);
            if (!open.isEmpty()) {
                go(connection, step, open);
                return;
            }
        }
        steps.end(connection.id(), "done", null, null);
        jdbc.sql(
                        "update content_syncs set next_try_at = now() where connection_id = ? and kind <> 'step' and ask is null")
                .param(connection.id())
                .update();
    }

    private void go(SyncedConnection connection, CreationStep step, List<CreationRows.Row> open) {
        open.stream()
                .filter(row -> !row.due() && SyncState.STOPPING.contains(row.state()))
                .findFirst()
                .ifPresentOrElse(
                        row -> steps.end(connection.id(), "stopped", step.name(), row.words()),
                        () -> steps.at(connection.id(), step, open));
    }
}
