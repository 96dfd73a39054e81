package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A vault on a real PostgreSQL, one server for all tests of this package. */
final class VaultDatabase {

    private static final EmbeddedPostgres SERVER = start();

    static final DataSource OWNER = SERVER.getPostgresDatabase();
    static final DataSource ENGINE = as("serai_engine");
    static final DataSource APP = as("serai_app");
    static final Sealer SEALER = MasterKeys.generate().sealer();

    private VaultDatabase() {}

    static JdbcClient owner() {
        return JdbcClient.create(OWNER);
    }

    static JdbcClient engine() {
        return JdbcClient.create(ENGINE);
    }

    static JdbcTransactionManager transactions() {
        return new JdbcTransactionManager(ENGINE);
    }

    static TransactionTemplate ownTransaction() {
        return VaultConfiguration.own(transactions());
    }

    static KeyedHash hash() {
        owner().sql("delete from vault_keys").update();
        return new KeyedHash(new VaultKeys(engine(), SEALER));
    }

    static CardVault cards(Duration unattachedKeep) {
        var names = new VaultSettingsBinding().settings();
        return new CardVault(
                engine(), ownTransaction(), SEALER, hash(), names.cardFields(), unattachedKeep);
    }

    static CardClaims claims() {
        return new CardClaims(engine());
    }

    static String url(String login) {
        return SERVER.getJdbcUrl(login, "postgres");
    }

    private static DataSource as(String role) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(SERVER.getJdbcUrl("postgres", "postgres"));
        pool.setConnectionInitSql("set role " + role);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return pool;
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(text("io/serai/vault/roles.sql"));
                statement.execute(text("db/migration/V3__vault_cards.sql"));
                statement.execute(text("db/migration/V31__cards_end.sql"));
            }
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no database for the vault's tests", e);
        }
    }

    private static String text(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(UTF_8);
    }
}
