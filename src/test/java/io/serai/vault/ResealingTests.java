package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.testing.Database;
import io.serai.testing.Kill;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A new master key, and what the old one sealed. */
class ResealingTests {

    private static final int CARDS = 450;

    private final Database database = Database.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final MasterKeys first = MasterKeys.generate();
    private final MasterKeys rotated = first.withNewKey().withNewestPrimary();
    private final Sealer before = first.sealer();
    private final Sealer after = rotated.sealer();
    private final Resealing resealing = resealing(new Kill(database.engine()));

    @BeforeEach
    void sealedByTheFirstKey() {
        int hotel =
                owner.sql(
                                "insert into hotels (code, name, time_zone, currency) values ('inn', 'Inn', 'UTC', 'EUR') returning id")
                        .query(Integer.class)
                        .single();
        long account =
                owner.sql(
                                "insert into channel_accounts (provider, name, login_sealed, login_hash, token_sealed) values ('harbour', 'inn', ?, 'x', ?) returning id")
                        .params(
                                before.seal(text("login"), "login"),
                                before.seal(text("token"), "token"))
                        .query(Long.class)
                        .single();
        for (int card = 0; card < CARDS; card++) {
            owner.sql(
                            "insert into cards (account_id, token, last_four, fingerprint, sealed, code_sealed) values (?, ?, '1111', cast(? as bytea), ?, ?)")
                    .params(
                            account,
                            "card " + card,
                            "print " + card,
                            before.seal(text("card " + card), CardVault.CARD),
                            before.seal(text("code " + card), CardVault.CODE))
                    .update();
        }
        owner.sql(
                        "insert into reservations (hotel_id, provider, number, status, person_key, updated_at) values (?, 'direct', 'D-1', 'booked', ?, '2020-01-01')")
                .params(hotel, before.seal(text("key"), "personal-key"))
                .update();
        owner.sql(
                        "insert into hook_subscriptions (hotel_id, url, events, secret_sealed, previous_sealed, previous_until) values (?, 'https://pms.example', '{}', ?, ?, 'infinity')")
                .params(
                        hotel,
                        before.seal(text("secret"), "hook-secret"),
                        before.seal(text("previous"), "hook-secret"))
                .update();
        owner.sql(
                        "insert into alert_receivers (name, way, address, secret_sealed) values ('Pager', 'webhook', 'https://pager.example', ?)")
                .param(before.seal(text("pager"), "hook-secret"))
                .update();
        owner.sql(
                        "insert into parked_messages (route, kind, message_key, reason, body_sealed) values ('r', 'call', 'k', 'why', ?)")
                .param(before.seal(text("parked"), "parked-message"))
                .update();
        owner.sql(
                        "insert into ota_webhooks (provider, message_id, body_sealed) values ('harbour', 'm', ?)")
                .param(before.seal(text("call"), "webhook"))
                .update();
        owner.sql(
                        "insert into sealed_originals (account_id, call, sealed, length, keyed_hash) values (?, 'poll', ?, 1, 'x')")
                .params(account, before.seal(text("original"), "original"))
                .update();
        owner.sql(
                        "insert into mapped_messages (mapping, account_id, taken_at, text_hash, sealed) values ('harbour/x.xsl', ?, now(), 'x', ?)")
                .params(account, before.seal(text("mapped"), "mapped-message"))
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void sealsEverythingAnewUnderTheNewKeySoThatTheOldOneMayGo() {
        assertThat(sum(resealing.left())).isEqualTo(2 * CARDS + 10);

        resealing.run();

        assertThat(sum(resealing.left())).isZero();
        var alone = rotated.onlyPrimary().sealer();
        assertThat(opened(alone, "select sealed from cards where token = 'card 449'", "card"))
                .isEqualTo("card 449");
        assertThat(
                        opened(
                                alone,
                                "select code_sealed from cards where token = 'card 0'",
                                "card-code"))
                .isEqualTo("code 0");
        assertThat(opened(alone, "select person_key from reservations", "personal-key"))
                .isEqualTo("key");
        assertThat(opened(alone, "select secret_sealed from hook_subscriptions", "hook-secret"))
                .isEqualTo("secret");
        assertThat(opened(alone, "select previous_sealed from hook_subscriptions", "hook-secret"))
                .isEqualTo("previous");
        assertThat(opened(alone, "select secret_sealed from alert_receivers", "hook-secret"))
                .isEqualTo("pager");
        assertThat(opened(alone, "select login_sealed from channel_accounts", "login"))
                .isEqualTo("login");
    }

    @Test
    void goesOnAfterAKillWhereItWas() {
        for (int step : new int[] {5, 300, 700}) {
            assertThatThrownBy(() -> Kill.beforeStep(step, resealing::run))
                    .isInstanceOf(Kill.Killed.class);
        }
        long left = sum(resealing.left());
        assertThat(left).isBetween(1L, 2L * CARDS);

        var done = resealing.run();

        assertThat(done).isEqualTo(left);
        assertThat(sum(resealing.left())).isZero();
    }

    @Test
    void isNoChangeOfWhatIsSealed() {
        resealing.run();

        assertThat(
                        owner.sql("select updated_at < '2020-01-02' from reservations")
                                .query(Boolean.class)
                                .single())
                .isTrue();
        assertThat(resealing.run()).isZero();
    }

    @Test
    void leavesWhatNoKeyOpensAndDoesTheRest() {
        owner.sql("update cards set sealed = '\\x0102030405060708' where token = 'card 3'")
                .update();

        resealing.run();

        assertThat(resealing.left()).containsEntry("cards.sealed", 1L);
        assertThat(sum(resealing.left())).isOne();
    }

    private Resealing resealing(Kill engine) {
        return new Resealing(
                JdbcClient.create(engine),
                VaultConfiguration.own(new JdbcTransactionManager(engine)),
                after);
    }

    private String opened(Sealer sealer, String sql, String purpose) {
        return new String(sealer.open(owner.sql(sql).query(byte[].class).single(), purpose), UTF_8);
    }

    private static long sum(Map<String, Long> left) {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }
}
