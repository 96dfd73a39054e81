package io.serai.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.ChannelDefinition;
import io.serai.channel.Channels;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.StoredConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is chosen for a connection beside its terms: its name here, what is set for each hotel at
 * its channel and not shown there, and how bookings and differences are met.
 */
@Component
public class ConnectionSettings {

    private static final String DRIFT = "drift";
    private static final String UNKNOWN_ROOM = "unknown_room_type";

    private final Channels channels;
    private final ReadBackSettings readBack;
    private final Marks marks;
    private final Wakes wakes;

    ConnectionSettings(Channels channels, ReadBackSettings readBack, Marks marks, Wakes wakes) {
        this.channels = channels;
        this.readBack = readBack;
        this.marks = marks;
        this.wakes = wakes;
    }

    /** All that may be chosen, with what is. */
    public List<ConnectionSetting> of(JdbcClient session, StoredConnection connection) {
        Map<String, String> said = said(session, connection);
        List<ConnectionSetting> settings = new ArrayList<>();
        channels.findByCode(connection.provider())
                .ifPresent(channel -> settings.addAll(of(channel.definition(), said)));
        settings.add(
                new ConnectionSetting(
                        DRIFT,
                        "Where the channel shows something else than it accepted",
                        Arrays.stream(DriftChoice.values()).map(DriftChoice::word).toList(),
                        readBack.drift().word(),
                        said.get(DRIFT)));
        settings.add(
                new ConnectionSetting(
                        UNKNOWN_ROOM,
                        "A booking of a room that means nothing here takes one of",
                        session.sql("select code from room_types where hotel_id = ? order by code")
                                .param(connection.hotel())
                                .query(String.class)
                                .list(),
                        null,
                        said.get(UNKNOWN_ROOM)));
        return settings;
    }

    private static List<ConnectionSetting> of(ChannelDefinition channel, Map<String, String> said) {
        List<ConnectionSetting> settings = new ArrayList<>();
        channel.nights()
                .options()
                .forEach(
                        (name, option) -> {
                            String key = name.replace('-', '_');
                            settings.add(
                                    new ConnectionSetting(
                                            key,
                                            "As "
                                                    + channel.name()
                                                    + " has set this hotel up: "
                                                    + name.replace('-', ' '),
                                            List.copyOf(new TreeSet<>(option.choices().keySet())),
                                            option.usual(),
                                            said.get(key)));
                        });
        channel.content()
                .configuration()
                .forEach(
                        key ->
                                settings.add(
                                        new ConnectionSetting(
                                                key,
                                                "Told with the hotel's texts: "
                                                        + key.replace('_', ' '),
                                                List.of(),
                                                null,
                                                said.get(key))));
        return settings;
    }

    private static Map<String, String> said(JdbcClient session, StoredConnection connection) {
        Map<String, String> said = new HashMap<>();
        session.sql(
                        """
                        select each.key, each.value from third_party_integrations c, jsonb_each_text(c.configuration) each
                         where c.id = ? and each.value is not null
                        """)
                .param(connection.id())
                .query(
                        row -> {
                            said.put(row.getString("key"), row.getString("value"));
                        });
        return said;
    }

    /**
     * Changes what is named, and has everything that is sent compared again, in the transaction of
     * the session.
     *
     * @param name what people call the connection; null: as before
     * @param named by the settings' keys; null: nothing is said any more
     * @throws ConnectionRefused naming the first that cannot be meant
     */
    public void change(
            JdbcClient session,
            StoredConnection connection,
            @Nullable String name,
            Map<String, @Nullable String> named) {
        List<ConnectionSetting> all = of(session, connection);
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        List<String> emptied = new ArrayList<>();
        named.forEach(
                (key, value) -> {
                    demand(all, key, value);
                    if (value == null) {
                        emptied.add(key);
                    } else {
                        set.put(key, value);
                    }
                });
        if (name != null) {
            rename(session, connection, name.strip());
        }
        session.sql(
                        "update third_party_integrations set configuration = (configuration || ?::jsonb) - ? where id = ?")
                .params(set.toString(), emptied.toArray(String[]::new), connection.id())
                .update();
        marks.look(session, connection.id());
        wakes.afterCommit();
    }

    private static void demand(List<ConnectionSetting> all, String key, @Nullable String value) {
        ConnectionSetting setting =
                all.stream()
                        .filter(it -> it.key().equals(key))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        refused(
                                                "'" + key + "'",
                                                "one of "
                                                        + all.stream()
                                                                .map(ConnectionSetting::key)
                                                                .toList()));
        if (!setting.takes(value)) {
            throw refused(
                    key + ": '" + value + "'",
                    setting.choices().isEmpty()
                            ? "at most 200 letters"
                            : "one of " + setting.choices());
        }
    }

    private static void rename(JdbcClient session, StoredConnection connection, String name) {
        if (name.isEmpty() || name.length() > 100) {
            throw refused("name: " + name.length() + " letters", "1 to 100 letters");
        }
        session.sql("update third_party_integrations set integration_name = ? where id = ?")
                .params(name, connection.id())
                .update();
    }

    private static ConnectionRefused refused(String met, String expected) {
        return new ConnectionRefused(met + " (expected: " + expected + ")");
    }
}
