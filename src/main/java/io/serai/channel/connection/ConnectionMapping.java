package io.serai.channel.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rooms and rates of a connection's channel mean in the hotel, as people say it. */
@Component
public class ConnectionMapping {

    private static final String REMOTES =
            """
            select r.id, r.remote_room, r.remote_rate, coalesce(r.rate_name, r.room_name, r.remote_rate, r.remote_room) as name,
                   r.room_type_id, r.product_id, r.mapped_by, r.is_leaving, r.is_child or r.is_readonly as inherits
              from ota_rate_plans r where r.connection_id = ? and r.state = 'active'
             order by r.remote_room, r.remote_rate is not null, r.id
            """;

    private record Row(
            int id,
            String room,
            @Nullable String rate,
            String name,
            @Nullable Integer roomType,
            @Nullable Integer product,
            @Nullable String mappedBy,
            boolean leaving,
            boolean inherits) {}

    /** All rooms and rates, each room before its rates, with what they may mean. */
    public List<MappedRemote> of(JdbcClient session, StoredConnection connection) {
        List<Row> rows =
                session.sql(REMOTES).param(connection.id()).query(ConnectionMapping::row).list();
        Meanings meanings = Meanings.of(session, connection.hotel());
        Map<String, Integer> rooms = new HashMap<>();
        Set<Integer> used = new HashSet<>();
        for (Row row : rows) {
            if (row.rate() == null && row.roomType() != null) {
                rooms.put(row.room(), row.roomType());
                used.add(row.roomType());
            }
        }
        List<MappedRemote> mapped = new ArrayList<>();
        for (Row row : rows) {
            Map<Integer, Meaning> all =
                    row.rate() == null
                            ? meanings.roomTypes()
                            : meanings.products(rooms.get(row.room()));
            Integer means = row.rate() == null ? row.roomType() : row.product();
            List<Meaning> offers =
                    all.values().stream()
                            .filter(
                                    offer ->
                                            row.rate() != null
                                                    || !used.contains(offer.id())
                                                    || Objects.equals(means, offer.id()))
                            .toList();
            mapped.add(
                    new MappedRemote(
                                    row.id(),
                                    row.room(),
                                    row.rate(),
                                    row.name(),
                                    means == null ? null : all.get(means),
                                    row.mappedBy(),
                                    row.leaving(),
                                    row.inherits(),
                                    offers,
                                    null,
                                    0)
                            .suggested());
        }
        return mapped;
    }

    /**
     * Says what a room or rate means.
     *
     * @param meaning the key of a room type, or of a product of its room; null: nothing, and where
     *     it sells, it is closed there first
     * @param actor who says so
     * @throws ConnectionRefused where it means something else already, or cannot mean this
     */
    public void map(
            JdbcClient session,
            StoredConnection connection,
            int remote,
            @Nullable Integer meaning,
            String actor) {
        lock(session, connection);
        MappedRemote at =
                of(session, connection).stream()
                        .filter(it -> it.id() == remote)
                        .findFirst()
                        .orElseThrow(
                                () -> refused("no room or rate " + remote, "one that is read"));
        if (meaning == null) {
            forget(session, connection, at);
            return;
        }
        Meaning before = at.means();
        if (before != null && before.id() != meaning) {
            throw refused(
                    "'"
                            + at.name()
                            + "' means '"
                            + before.name()
                            + "' already: two are not sold as one",
                    "nothing; take that away first");
        }
        if (at.offers().stream().noneMatch(offer -> offer.id() == meaning)) {
            throw refused(
                    "'" + at.name() + "' cannot mean " + meaning,
                    at.isRoom()
                            ? "a room type that no other room means"
                            : at.offers().isEmpty()
                                    ? "its room mapped first"
                                    : "a product of its room");
        }
        session.sql(
                        "update ota_rate_plans set room_type_id = ?, product_id = ?, mapped_by = ?, is_leaving = false where id = ?")
                .params(
                        Arrays.asList(
                                at.isRoom() ? meaning : null,
                                at.isRoom() ? null : meaning,
                                actor,
                                at.id()))
                .update();
    }

    private void forget(JdbcClient session, StoredConnection connection, MappedRemote at) {
        boolean rates =
                at.isRoom()
                        && of(session, connection).stream()
                                .anyMatch(
                                        it ->
                                                it.room().equals(at.room())
                                                        && !it.isRoom()
                                                        && it.means() != null
                                                        && !it.isLeaving());
        if (rates) {
            throw refused(
                    "rates of '" + at.name() + "' mean something", "none; take theirs away first");
        }
        session.sql(
                        connection.open() && at.means() != null
                                ? "update ota_rate_plans set is_leaving = true where id = ?"
                                : "update ota_rate_plans set room_type_id = null, product_id = null, mapped_by = null, is_leaving = false where id = ?")
                .param(at.id())
                .update();
    }

    /** One person maps at a time. */
    private static void lock(JdbcClient session, StoredConnection connection) {
        session.sql("select id from third_party_integrations where id = ? for no key update")
                .param(connection.id())
                .query(Integer.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("id"),
                row.getString("remote_room"),
                row.getString("remote_rate"),
                row.getString("name"),
                row.getObject("room_type_id", Integer.class),
                row.getObject("product_id", Integer.class),
                row.getString("mapped_by"),
                row.getBoolean("is_leaving"),
                row.getBoolean("inherits"));
    }

    private static ConnectionRefused refused(String met, String expected) {
        return new ConnectionRefused(met + " (expected: " + expected + ")");
    }
}
