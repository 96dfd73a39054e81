package io.serai.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class VaultConfigurationTests {

    @TempDir private Path folder;

    @BeforeEach
    void firstStart() {
        VaultDatabase.owner().sql("delete from vault_keys; delete from vault_pgp_keys").update();
    }

    @Test
    void putsTheVaultTogetherOnTheEnginesDataSource() {
        vault().run(
                        context -> {
                            var cards = context.getBean(CardVault.class);
                            var taken = cards.put(7, Map.of("Number", "4111111111111111"));
                            assertThat(cards.find(taken.token().orElseThrow().value())).isPresent();
                            assertThat(context).hasSingleBean(SealedOriginals.class);
                            assertThat(context).hasSingleBean(PersonalKeys.class);
                            assertThat(context).hasSingleBean(SqlSeal.class);
                        });
    }

    @Test
    void startsAgainOnWhatItLeft() {
        vault().run(context -> assertThat(context).hasNotFailed());

        vault().run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void refusesToStartWhenTheMasterKeyIsLost() {
        vault().run(context -> assertThat(context).hasNotFailed());

        vault().withPropertyValues("serai.vault.key-file=" + folder.resolve("other.json"))
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .hasStackTraceContaining(
                                                "the master key is not one that this database was sealed with"));
    }

    @Test
    void readsItsSettings() {
        vault().withPropertyValues("serai.vault.original-keep=2h", "serai.vault.code-fields=Secret")
                .run(
                        context -> {
                            var settings = context.getBean(VaultSettings.class);
                            assertThat(settings.originalKeep()).isEqualTo(Duration.ofHours(2));
                            assertThat(settings.codeFields()).containsExactly("Secret");
                            assertThat(settings.unattachedKeep()).isEqualTo(Duration.ofDays(30));
                        });
    }

    private ApplicationContextRunner vault() {
        return new ApplicationContextRunner()
                .withBean(
                        DataSource.class,
                        () -> VaultDatabase.ENGINE,
                        bean -> bean.setDestroyMethodName(""))
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues("serai.vault.key-file=" + folder.resolve("master.json"))
                .withConfiguration(
                        AutoConfigurations.of(
                                JdbcTemplateAutoConfiguration.class,
                                JdbcClientAutoConfiguration.class,
                                DataSourceTransactionManagerAutoConfiguration.class))
                .withUserConfiguration(VaultConfiguration.class);
    }
}
