package io.serai.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The schema's owner brings the schema up to date; then two pools on the same login take the roles
 * of those who work with it. Neither pool connects before the schema is there, and with it the
 * roles.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    Flyway flyway(DatabaseAddress address, DatabaseSettings settings) {
        return Flyway.configure()
                .dataSource(address.unpooled())
                .locations(settings.migrations().toArray(String[]::new))
                .load();
    }

    @Bean
    FlywayMigrationInitializer flywayInitializer(Flyway flyway) {
        return new FlywayMigrationInitializer(flyway);
    }

    @Bean
    @Primary
    HikariDataSource engineDataSource(
            DatabaseAddress address, DatabaseSettings settings, FlywayMigrationInitializer schema) {
        return pool("engine", address, settings.pool().engine());
    }

    @Bean
    HikariDataSource appDataSource(
            DatabaseAddress address, DatabaseSettings settings, FlywayMigrationInitializer schema) {
        return pool("app", address, settings.pool().app());
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource engineDataSource) {
        return new JdbcTransactionManager(engineDataSource);
    }

    @Bean
    PlatformTransactionManager appTransactionManager(
            @Qualifier("appDataSource") DataSource appDataSource) {
        return new JdbcTransactionManager(appDataSource);
    }

    @Bean
    TenantSession tenantSession(
            @Qualifier("appDataSource") DataSource appDataSource,
            @Qualifier("appTransactionManager") PlatformTransactionManager transactions) {
        return new TenantSession(appDataSource, transactions);
    }

    @Bean
    EngineSession engineSession(
            DataSource engineDataSource, PlatformTransactionManager transactionManager) {
        return new EngineSession(JdbcClient.create(engineDataSource), transactionManager);
    }

    /** A few connections are kept ready; the rest open when they are needed. */
    private static HikariDataSource pool(String name, DatabaseAddress address, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setConnectionInitSql(
                "set role serai_" + name + "; set serai.wakes = 'after commit'");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 4));
        config.setDataSourceProperties(DatabaseAddress.properties("serai-" + name));
        return new HikariDataSource(config);
    }
}
