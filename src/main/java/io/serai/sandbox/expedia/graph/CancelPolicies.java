package io.serai.sandbox.expedia.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules of cancelling that rate plans of a hotel name. */
final class CancelPolicies {

    private static final String COLUMNS = "policy_id, hotel_id, name, policy";

    private final JdbcClient jdbc;

    CancelPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param shown as GraphQL shows it
     */
    record Policy(long id, long hotel, Map<String, Object> shown) {}

    Policy add(long hotel, Map<String, Object> input) {
        return jdbc.sql(
                        "insert into expedia_cancel_policy (hotel_id, name, policy) values (?, ?, ?::jsonb) returning "
                                + COLUMNS)
                .params(hotel, input.get("name"), Json.write(input.get("defaultPolicies")))
                .query((row, n) -> policy(row))
                .single();
    }

    Policy replace(long id, Map<String, Object> input) {
        return jdbc.sql(
                        "update expedia_cancel_policy set name = ?, policy = ?::jsonb where policy_id = ? returning "
                                + COLUMNS)
                .params(input.get("name"), Json.write(input.get("defaultPolicies")), id)
                .query((row, n) -> policy(row))
                .single();
    }

    List<Policy> of(long hotel) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from expedia_cancel_policy where hotel_id = ? order by policy_id")
                .param(hotel)
                .query((row, n) -> policy(row))
                .list();
    }

    Optional<Policy> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from expedia_cancel_policy where policy_id = ?")
                .param(id)
                .query((row, n) -> policy(row))
                .optional();
    }

    @SuppressWarnings("unchecked")
    private static Policy policy(ResultSet row) throws SQLException {
        ObjectNode shown = Json.read("{}", ObjectNode.class);
        shown.put("id", row.getString("policy_id")).put("name", row.getString("name"));
        shown.set(
                "defaultPolicies",
                Json.read(row.getString("policy"), com.fasterxml.jackson.databind.JsonNode.class));
        return new Policy(
                row.getLong("policy_id"),
                row.getLong("hotel_id"),
                Json.read(shown.toString(), Map.class));
    }
}
