package io.serai.sandbox.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was done at the gateways, each call once by its key; card numbers are not kept. */
final class GatewayBook {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    GatewayBook(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * What is done by a call.
     *
     * @param kind charge, refund or method
     * @param decline why it was not; null where it was
     */
    record Act(
            String id,
            int status,
            String answer,
            String kind,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable String lastFour,
            @Nullable String ofAct,
            @Nullable String decline) {}

    /** The first answer to a key, and whether this call is that of another question. */
    record Told(int status, String answer, boolean again, boolean other) {}

    /** Does what is not done yet under the key; one at a time for each key. */
    Told once(String face, @Nullable String key, String body, Supplier<Act> deed) {
        return transaction.execute(
                status -> {
                    String name = key == null ? java.util.UUID.randomUUID().toString() : key;
                    jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                            .param(face + name)
                            .query()
                            .singleRow();
                    String asked = hash(body);
                    return jdbc.sql(
                                    "select status, answer, asked from gateway_act where face = ? and key = ?")
                            .params(face, name)
                            .query(
                                    (row, n) ->
                                            new Told(
                                                    row.getInt(1),
                                                    row.getString(2),
                                                    true,
                                                    !row.getString(3).equals(asked)))
                            .optional()
                            .orElseGet(() -> keep(face, name, asked, deed.get()));
                });
    }

    private Told keep(String face, String key, String asked, Act act) {
        jdbc.sql(
                        """
                        insert into gateway_act (id, face, key, asked, status, answer, kind, amount, currency, last_four, of_act, decline)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        Arrays.asList(
                                act.id(),
                                face,
                                key,
                                asked,
                                act.status(),
                                act.answer(),
                                act.kind(),
                                act.amount(),
                                act.currency(),
                                act.lastFour(),
                                act.ofAct(),
                                act.decline()))
                .update();
        return new Told(act.status(), act.answer(), false, false);
    }

    Optional<Act> find(String id) {
        return jdbc.sql(
                        "select id, status, answer, kind, amount, currency, last_four, of_act, decline from gateway_act where id = ?")
                .param(id)
                .query(Act.class)
                .optional();
    }

    /** What was done under a key; empty where nothing was. */
    Optional<Act> under(String face, String key) {
        return jdbc.sql(
                        "select id, status, answer, kind, amount, currency, last_four, of_act, decline from gateway_act where face = ? and key = ?")
                .params(face, key)
                .query(Act.class)
                .optional();
    }

    /** What was given back of a charge, the latest first. */
    List<Act> refunds(String charge) {
        return jdbc.sql(
                        "select id, status, answer, kind, amount, currency, last_four, of_act, decline from gateway_act where of_act = ? and kind = 'refund' and decline is null order by at desc")
                .param(charge)
                .query(Act.class)
                .list();
    }

    /** What of a charge was given back. */
    long refunded(String charge) {
        return jdbc.sql(
                        "select coalesce(sum(amount), 0) from gateway_act where of_act = ? and kind = 'refund' and decline is null")
                .param(charge)
                .query(Long.class)
                .single();
    }

    private static String hash(String body) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
