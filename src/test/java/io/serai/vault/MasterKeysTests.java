package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class MasterKeysTests {

    private static final byte[] PLAIN = "guest".getBytes(UTF_8);

    @TempDir private Path folder;

    @Test
    void makesAKeyAtTheFirstStartThatOnlyItsOwnerReads(CapturedOutput log) throws Exception {
        var path = folder.resolve("keys/master.json");

        var made = new MasterKeyFile(path).loadOrMake(() -> false);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        // the folder's number may look like a card's, and is masked then
        assertThat(log).contains("/keys/master.json", "BACK IT UP");
        assertThat(log).doesNotContain(keyMaterial(made));
        assertThat(Files.list(path.getParent())).containsExactly(path);
    }

    @Test
    void opensAfterARestartWhatWasSealedBefore() {
        var path = folder.resolve("master.json");
        var before = new MasterKeyFile(path).loadOrMake(() -> false).sealer().seal(PLAIN, "guest");

        var after = new MasterKeyFile(path).loadOrMake(() -> false).sealer();

        assertThat(after.open(before, "guest")).isEqualTo(PLAIN);
    }

    @Test
    void prefersTheEnvironmentInJsonOrBase64AndMakesNoFileThen() {
        var keys = MasterKeys.generate();
        var base64 = Base64.getEncoder().encodeToString(keys.toJson().getBytes(UTF_8));
        var before = keys.sealer().seal(PLAIN, "guest");

        for (var text : new String[] {keys.toJson(), base64}) {
            var environment = new MockEnvironment().withProperty("SERAI_MASTER_KEY", text);
            var read = VaultConfiguration.masterKeys(environment, settings(), () -> false);
            assertThat(read.sealer().open(before, "guest")).isEqualTo(PLAIN);
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void takesTheFileThatTheEnvironmentNames() {
        var named = folder.resolve("named.json");
        var environment =
                new MockEnvironment().withProperty("SERAI_MASTER_KEY_FILE", named.toString());

        VaultConfiguration.masterKeys(environment, settings(), () -> false);

        assertThat(folder)
                .isDirectoryContaining(named::equals)
                .isDirectoryNotContaining("glob:master*");
    }

    @Test
    void opensWithEveryKeyWhileAKeyIsReplaced() {
        var path = folder.resolve("master.json");
        var first = new MasterKeyFile(path).loadOrMake(() -> false).sealer();
        var old = first.seal(PLAIN, "guest");

        rotate("add", path);
        var added = new MasterKeyFile(path).load().sealer();
        assertThat(first.open(added.seal(PLAIN, "guest"), "guest")).isEqualTo(PLAIN);
        rotate("promote", path);
        var promoted = new MasterKeyFile(path).load().sealer();

        assertThat(added.open(promoted.seal(PLAIN, "guest"), "guest")).isEqualTo(PLAIN);
        assertThat(promoted.open(old, "guest")).isEqualTo(PLAIN);
        assertThat(promoted.resealed(old, "guest")).isNotEqualTo(old);
        assertThatThrownBy(() -> first.open(promoted.resealed(old, "guest"), "guest"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void keepsTheFilesRightsWhenAKeyIsReplaced() throws Exception {
        var path = folder.resolve("master.json");
        new MasterKeyFile(path).loadOrMake(() -> false);

        var said = rotate("add", path);

        assertThat(said)
                .contains("keys: 2, the one that seals: number 1")
                .doesNotContain(keyMaterial(new MasterKeyFile(path).load()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void makesNoKeyForADatabaseThatAnotherSealed() {
        var path = folder.resolve("master.json");

        assertThatThrownBy(() -> new MasterKeyFile(path).loadOrMake(() -> true))
                .isInstanceOf(MasterKeyRefused.class)
                .hasMessageContaining("not there (expected: the one that was backed up");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysByWhichStepsAKeyIsRotatedAndThatAFileIsNotThere() {
        assertThat(rotate("replace", folder)).contains("expected: make, add, promote or retire");
        assertThat(rotate("add", folder.resolve("none.json"))).contains("none.json: not there");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesAKeyBeforeTheFirstStartAndNoneOverAnother() throws Exception {
        var path = folder.resolve("master.json");

        assertThat(rotate("make", path)).contains("a new master key");
        var made = Files.readString(path);

        assertThat(rotate("make", path)).contains("there already");
        assertThat(Files.readString(path)).isEqualTo(made);
    }

    @Test
    void leavesAloneWhatIsUnderThePrimaryKeyAlready() {
        var sealer = MasterKeys.generate().sealer();
        var under = sealer.seal(PLAIN, "guest");

        assertThat(sealer.resealed(under, "guest")).isSameAs(under);
    }

    @Test
    void warnsOfAKeyFileThatOthersMayRead(CapturedOutput log) throws Exception {
        var path = folder.resolve("master.json");
        new MasterKeyFile(path).loadOrMake(() -> false);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));

        new MasterKeyFile(path).load();

        assertThat(log).contains("has rights rw-r--r-- (expected: rw-------)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2-hunter2", "{\"primaryKeyId\": \"hunter2\"}", "{hunter2", ""})
    void refusesWhatIsNoKeysetWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> MasterKeys.parse(text, "SERAI_MASTER_KEY"))
                .hasMessageStartingWith(
                        "SERAI_MASTER_KEY: %d characters that are no keyset", text.length())
                .hasMessageContaining("expected: a Tink keyset of AES-256-GCM keys")
                .hasNoCause()
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesAWeakerKey() throws Exception {
        var weak =
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(PredefinedAeadParameters.AES128_GCM),
                        InsecureSecretKeyAccess.get());

        assertThatThrownBy(() -> MasterKeys.parse(weak, "SERAI_MASTER_KEY"))
                .hasMessageContaining("16-byte key")
                .hasMessageContaining("expected: a Tink keyset of AES-256-GCM keys");
    }

    private static String rotate(String step, Path path) {
        var said = new ByteArrayOutputStream();
        new MasterKeyCommand(new PrintStream(said, true, UTF_8)).run(step, path.toString());
        return said.toString(UTF_8);
    }

    private VaultSettings settings() {
        var usual = new VaultSettingsBinding().settings();
        return new VaultSettings(
                folder.resolve("master.json"),
                usual.originalKeep(),
                usual.unattachedKeep(),
                usual.openKeys(),
                usual.numberFields(),
                usual.codeFields(),
                usual.expiryFields(),
                usual.printedExpiryFields(),
                usual.holderFields(),
                usual.codeKeep(),
                usual.cardLongest(),
                usual.revealFor());
    }

    private static String keyMaterial(MasterKeys keys) {
        return keys.toJson().replaceAll("(?s).*\"value\": ?\"([^\"]+)\".*", "$1");
    }
}
