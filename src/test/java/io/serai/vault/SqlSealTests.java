package io.serai.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class SqlSealTests {

    private static final String CREDENTIALS =
            "{\"api_key\": \"klíč-4711\", \"api_secret\": \"s€cret\"}";

    private final JdbcClient owner = VaultDatabase.owner();

    @BeforeEach
    void aHotelSystemMayInsertConnections() {
        owner.sql("delete from vault_pgp_keys").update();
        owner.sql(
                        """
                        create table connections (credentials jsonb);
                        create function seal() returns trigger language plpgsql as $$
                        begin
                            new.credentials := coalesce(
                                jsonb_build_object('pgp', sealed_by_sql(new.credentials::text)), new.credentials);
                            return new;
                        end $$;
                        create trigger seal before insert on connections
                            for each row execute function seal();
                        create role hotel_system login;
                        grant insert on connections to hotel_system;
                        """)
                .update();
    }

    @AfterEach
    void gone() {
        owner.sql("drop table connections; drop function seal; drop role hotel_system").update();
    }

    @Test
    void opensWhatTheDatabaseSealedWhileAHotelSystemInserted() {
        var seal = seal(VaultDatabase.SEALER);

        hotelSystem().sql("insert into connections values (?::jsonb)").param(CREDENTIALS).update();

        var armored =
                owner.sql("select credentials ->> 'pgp' from connections")
                        .query(String.class)
                        .single();
        assertThat(armored).startsWith("-----BEGIN PGP MESSAGE-----").doesNotContain("4711");
        assertThat(seal.open(armored)).isEqualTo(CREDENTIALS);
        assertThat(seal.open(bytes("select dearmor(credentials ->> 'pgp') from connections")))
                .isEqualTo(CREDENTIALS);
    }

    @Test
    void opensLongTextAsItWas() {
        var seal = seal(VaultDatabase.SEALER);
        var text = "line\r\nline\n€".repeat(20_000);

        var armored = owner.sql("select sealed_by_sql(?)").param(text).query(String.class).single();

        assertThat(seal.open(armored)).isEqualTo(text);
    }

    @Test
    void isFooledByNoTableOfTheCallers() throws Exception {
        var seal = seal(VaultDatabase.SEALER);
        try (var connection = VaultDatabase.OWNER.getConnection()) {
            var caller = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            caller.sql("create temporary table vault_pgp_keys (id bigint, public_armored text)")
                    .update();

            var armored = caller.sql("select sealed_by_sql('text')").query(String.class).single();

            assertThat(seal.open(armored)).isEqualTo("text");
        }
    }

    @Test
    void sealsNothingBeforeThereIsAKey() {
        var armored =
                owner.sql("select sealed_by_sql('text') is null").query(Boolean.class).single();

        assertThat(armored).isTrue();
    }

    @Test
    void keepsItsKeyPairOverRestartsAndRotationOfTheMasterKey() {
        var keys = MasterKeys.generate();
        seal(keys.sealer());
        var armored = owner.sql("select sealed_by_sql('text')").query(String.class).single();

        var rotated = keys.withNewKey().withNewestPrimary();
        var restarted = seal(rotated.sealer());

        assertThat(restarted.open(armored)).isEqualTo("text");
        assertThat(owner.sql("select count(*) from vault_pgp_keys").query(Integer.class).single())
                .isOne();
        var secret = bytes("select secret_sealed from vault_pgp_keys");
        assertThat(rotated.sealer().resealed(secret, "pgp-secret")).isSameAs(secret);
    }

    @Test
    void refusesAMessageThatWasChanged() {
        var seal = seal(VaultDatabase.SEALER);
        var message = bytes("select dearmor(sealed_by_sql('4111111111111111'))");
        message[message.length - 3] ^= 1;

        assertThatThrownBy(() -> seal.open(message))
                .isInstanceOf(SealBroken.class)
                .hasMessage("text sealed by SQL: %d bytes do not open", message.length)
                .hasStackTraceContaining("changed since it was sealed");
    }

    @Test
    void refusesWhatIsNoSealedText() {
        var seal = seal(VaultDatabase.SEALER);

        assertThatThrownBy(() -> seal.open("secret in clear"))
                .isInstanceOf(SealBroken.class)
                .satisfies(
                        e ->
                                assertThat(Throwables.getStackTrace(e))
                                        .doesNotContain("secret in clear"));
        assertThatThrownBy(() -> seal.open(Base64.getDecoder().decode("c2VjcmV0")))
                .isInstanceOf(SealBroken.class);
    }

    private byte[] bytes(String sql) {
        return owner.sql(sql).query(byte[].class).single();
    }

    private static JdbcClient hotelSystem() {
        return JdbcClient.create(
                new DriverManagerDataSource(VaultDatabase.url("hotel_system"), "hotel_system", ""));
    }

    private static SqlSeal seal(Sealer master) {
        var seal = new SqlSeal(VaultDatabase.engine(), master);
        seal.prepare();
        return seal;
    }
}
