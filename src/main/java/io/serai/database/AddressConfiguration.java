package io.serai.database;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Which database Serai uses: the given one, or its own where none is given. */
@Configuration(proxyBeanMethods = false)
class AddressConfiguration {

    @Configuration(proxyBeanMethods = false)
    @Conditional(ExternalDatabaseGiven.class)
    static class External {

        @Bean
        DatabaseAddress databaseAddress(DatabaseSettings settings) {
            return new DatabaseAddress(
                    Objects.requireNonNull(settings.url(), "serai.db.url"),
                    Objects.requireNonNull(settings.user(), "serai.db.user"),
                    Objects.requireNonNullElse(settings.password(), ""));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDatabaseGiven.class)
    static class Own {

        /** Depended on by all that uses it, so that it stops after them. */
        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(DatabaseSettings settings, Environment environment) {
            if (environment.acceptsProfiles(Profiles.of("production"))) {
                throw new EmbeddedDatabaseRefused();
            }
            var embedded = settings.embedded();
            return EmbeddedDatabase.start(embedded.directory(), embedded.binaries());
        }

        @Bean
        DatabaseAddress databaseAddress(EmbeddedDatabase database) {
            return database.address();
        }
    }

    static class NoDatabaseGiven extends NoneNestedConditions {

        NoDatabaseGiven() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @Conditional(ExternalDatabaseGiven.class)
        static class Given {}
    }
}
