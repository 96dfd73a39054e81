package io.serai.vault;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the vault together: master key first, then what it seals. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {

    @Bean
    Sealer sealer(Environment environment, VaultSettings settings) {
        return masterKeys(environment, settings).sealer();
    }

    @Bean
    PersonalKeys personalKeys(Sealer sealer, VaultSettings settings) {
        return new PersonalKeys(sealer, settings.openKeys());
    }

    @Bean
    KeyedHash keyedHash(JdbcClient jdbc, Sealer sealer) {
        return new KeyedHash(new VaultKeys(jdbc, sealer));
    }

    @Bean
    CardVault cardVault(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Sealer sealer,
            KeyedHash hash,
            VaultSettings settings) {
        return new CardVault(
                jdbc,
                own(transactions),
                sealer,
                hash,
                new CardFields(settings.numberFields(), settings.codeFields()),
                settings.unattachedKeep());
    }

    @Bean
    CardFilling cardFilling(JdbcClient jdbc, Sealer sealer, VaultSettings settings) {
        return new CardFilling(jdbc, sealer, settings.numberFields());
    }

    @Bean
    SealedOriginals sealedOriginals(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Sealer sealer,
            KeyedHash hash,
            VaultSettings settings) {
        return new SealedOriginals(jdbc, own(transactions), sealer, hash, settings.originalKeep());
    }

    @Bean
    SqlSeal sqlSeal(JdbcClient jdbc, Sealer sealer) {
        return new SqlSeal(jdbc, sealer);
    }

    /** The key pair of plain SQL is made beside the start, which does not wait for it. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> sqlSealPreparation(SqlSeal seal) {
        return ready -> {
            var preparation = new Thread(seal::prepare, "vault-sql-seal");
            preparation.setDaemon(true);
            preparation.start();
        };
    }

    static MasterKeys masterKeys(Environment environment, VaultSettings settings) {
        return Optional.ofNullable(environment.getProperty("SERAI_MASTER_KEY"))
                .filter(text -> !text.isBlank())
                .map(text -> MasterKeys.parse(text, "SERAI_MASTER_KEY"))
                .orElseGet(() -> new MasterKeyFile(keyFile(environment, settings)).loadOrMake());
    }

    private static Path keyFile(Environment environment, VaultSettings settings) {
        return Optional.ofNullable(environment.getProperty("SERAI_MASTER_KEY_FILE"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElse(settings.keyFile());
    }

    static TransactionTemplate own(PlatformTransactionManager transactions) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }
}
