package io.serai.vault;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
    Sealer sealer(Environment environment, VaultSettings settings, JdbcClient jdbc) {
        return masterKeys(environment, settings, () -> VaultKeys.areIn(jdbc)).sealer();
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
                settings.cardFields(),
                settings.unattachedKeep());
    }

    @Bean
    CardClaims cardClaims(JdbcClient jdbc) {
        return new CardClaims(jdbc);
    }

    @Bean
    ClearCards clearCards(JdbcClient jdbc, Sealer sealer, VaultSettings settings) {
        return new ClearCards(jdbc, sealer, settings.cardFields());
    }

    @Bean
    CardEnds cardEnds(JdbcClient jdbc, VaultSettings settings, Clock clock) {
        return new CardEnds(jdbc, settings, clock);
    }

    @Bean
    CardFilling cardFilling(JdbcClient jdbc, ClearCards cards) {
        return new CardFilling(jdbc, cards);
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

    @Bean
    Resealing resealing(JdbcClient jdbc, PlatformTransactionManager transactions, Sealer sealer) {
        return new Resealing(jdbc, own(transactions), sealer);
    }

    /**
     * The key pair of plain SQL is made beside the start, which does not wait for it; and what an
     * older master key sealed is sealed anew.
     */
    @Bean
    ApplicationListener<ApplicationReadyEvent> sqlSealPreparation(
            SqlSeal seal, Resealing resealing) {
        return ready -> {
            var preparation =
                    new Thread(
                            () -> {
                                seal.prepare();
                                resealing.run();
                            },
                            "vault-sealing");
            preparation.setDaemon(true);
            preparation.start();
        };
    }

    static MasterKeys masterKeys(
            Environment environment, VaultSettings settings, BooleanSupplier sealedBefore) {
        return Optional.ofNullable(environment.getProperty("SERAI_MASTER_KEY"))
                .filter(text -> !text.isBlank())
                .map(text -> MasterKeys.parse(text, "SERAI_MASTER_KEY"))
                .orElseGet(
                        () ->
                                new MasterKeyFile(keyFile(environment, settings))
                                        .loadOrMake(sealedBefore));
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
