package io.serai.channel.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channels;
import io.serai.channel.account.ChannelAccounts;
import io.serai.channel.account.CredentialSources;
import io.serai.vault.SqlSeal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in connections that were inserted with plain SQL: their credentials go sealed to the
 * account they are for, and the connection keeps only that account's number.
 */
@Component("connectionIntake")
public class ConnectionIntake {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionIntake.class);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Channels channels;
    private final ChannelAccounts accounts;
    private final SqlSeal seal;
    private final ObjectMapper json;

    ConnectionIntake(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Channels channels,
            ChannelAccounts accounts,
            SqlSeal seal,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.channels = channels;
        this.accounts = accounts;
        this.seal = seal;
        this.json = json;
    }

    /** Takes in all that wait; one that cannot be says why and waits for a change. */
    public void takeAll() {
        List<Integer> waiting =
                jdbc.sql(
                                """
                                select id from third_party_integrations
                                 where state = 'new' and account_id is null and jsonb_exists_any(credentials, array ['sealed', 'api_key', 'api_secret'])
                                 order by id
                                """)
                        .query(Integer.class)
                        .list();
        waiting.forEach(this::take);
    }

    private void take(int id) {
        try {
            transaction.executeWithoutResult(status -> takeLocked(id));
        } catch (RuntimeException e) {
            LOG.warn("connection {} could not be taken in: {}", id, e.getMessage());
            state(id, "new", e.getMessage());
        }
    }

    private void takeLocked(int id) {
        jdbc.sql(
                        """
                        select provider, integration_name, credentials::text as credentials, hotel_id from third_party_integrations
                         where id = ? and state = 'new' and account_id is null
                           for update skip locked
                        """)
                .param(id)
                .query()
                .listOfRows()
                .forEach(row -> takeLocked(id, row));
    }

    private void takeLocked(int id, Map<String, Object> row) {
        String provider = (String) row.get("provider");
        Map<String, String> login = login((String) row.get("credentials"));
        List<String> needed = needed(provider);
        for (String name : needed) {
            if (login.getOrDefault(name, "").isBlank()) {
                throw new IllegalArgumentException(
                        "credentials: no "
                                + name
                                + " (expected: "
                                + String.join(" and ", needed)
                                + ")");
            }
        }
        if (login.values().stream().anyMatch(CredentialSources::isElsewhere)) {
            throw new IllegalArgumentException(
                    "credentials: kept elsewhere (expected: their values; where others are kept, an"
                            + " admin says by the API)");
        }
        long account = accounts.take(provider, (String) row.get("integration_name"), login);
        boolean placed = row.get("hotel_id") != null;
        jdbc.sql(
                        """
                        update third_party_integrations
                           set credentials = jsonb_build_object('account', ?::bigint), account_id = ?,
                               state = case when ? then 'reading' else 'new' end, state_reason = case when ? then null else state_reason end
                         where id = ?
                        """)
                .params(account, account, placed, placed, id)
                .update();
        LOG.info("connection {} to {} is taken in under account {}", id, provider, account);
    }

    /** Nobody knows what a channel needs whose folder is not there yet. */
    private List<String> needed(String provider) {
        return channels.findByCode(provider)
                .map(channel -> channel.definition().credentials())
                .orElse(List.of());
    }

    /** Only texts are kept: numbers and the rest are written as such. */
    private Map<String, String> login(String credentials) {
        try {
            Map<String, Object> stored = json.readValue(credentials, new TypeReference<>() {});
            if (stored.get("sealed") instanceof String sealed) {
                return json.readValue(seal.open(sealed), TEXTS);
            }
            Map<String, String> plain = new TreeMap<>();
            stored.forEach((name, value) -> plain.put(name, String.valueOf(value)));
            return plain;
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalArgumentException(
                    "credentials: not an object of texts (expected: api_key and api_secret)");
        }
    }

    private void state(int id, String state, String reason) {
        jdbc.sql("update third_party_integrations set state = ?, state_reason = ? where id = ?")
                .params(state, reason, id)
                .update();
    }
}
