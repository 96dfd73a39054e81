package io.serai.sandbox.account;

import io.serai.sandbox.wire.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The machine accounts, remembered in memory; only this program opens them. */
final class Accounts {

    private final JdbcClient jdbc;
    private final Map<String, Caller> known = new ConcurrentHashMap<>();

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens an account, or sets secret and switches of one that is there. */
    void put(String clientId, AccountForm form) {
        jdbc.sql(
                        """
                        insert into account (client_id, secret_sha256, names_items, cancel_by_absence, recovery)
                        values (?, sha256(convert_to(?, 'UTF8')), ?, ?, ?)
                        on conflict (client_id) do update
                           set secret_sha256     = excluded.secret_sha256,
                               names_items       = excluded.names_items,
                               cancel_by_absence = excluded.cancel_by_absence,
                               recovery          = excluded.recovery""")
                .params(
                        clientId,
                        form.secret(),
                        form.namesItems(),
                        form.cancelByAbsence(),
                        form.recovery())
                .update();
        known.remove(clientId);
    }

    Optional<Caller> find(String clientId) {
        return Optional.ofNullable(known.computeIfAbsent(clientId, id -> read(id).orElse(null)));
    }

    private Optional<Caller> read(String clientId) {
        return jdbc.sql(
                        "select client_id, names_items, cancel_by_absence, recovery from account where"
                                + " client_id = ?")
                .param(clientId)
                .query(
                        (row, n) ->
                                new Caller(
                                        row.getString(1),
                                        row.getBoolean(2),
                                        row.getBoolean(3),
                                        row.getBoolean(4)))
                .optional();
    }

    /** Whether the secret is the account's; its row stays locked until the transaction's end. */
    boolean lockIfSecretFits(String clientId, String secret) {
        return jdbc.sql(
                        """
                        select 1 from account
                         where client_id = ? and secret_sha256 = sha256(convert_to(?, 'UTF8'))
                           for update""")
                .params(clientId, secret)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
