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
    void refusesToStartWhenTheMasterKeyIsLostAndMakesNoOther() {
        vault().run(context -> assertThat(context).hasNotFailed());
        var lost = folder.resolve("lost.json");

        vault().withPropertyValues("serai.vault.key-file=" + lost)
                .run(
                        context ->
                                assertThat(said(context.getStartupFailure()))
                                        .contains("lost.json: not there")
                                        .contains("Put the key file of this database's backup"));
        assertThat(lost).doesNotExist();
    }

    @Test
    void refusesToStartWithAnotherMasterKey() {
        vault().run(context -> assertThat(context).hasNotFailed());
        var other = folder.resolve("other.json");
        new MasterKeyFile(other).loadOrMake(() -> false);

        vault().withPropertyValues("serai.vault.key-file=" + other)
                .run(
                        context ->
                                assertThat(said(context.getStartupFailure()))
                                        .contains(
                                                "the master key is not one that this database was"
                                                        + " sealed with"));
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

    private static String said(Throwable failure) {
        var analysis = new MasterKeyRefusedAnalyzer().analyze(failure);
        return analysis.getDescription() + " " + analysis.getAction();
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
