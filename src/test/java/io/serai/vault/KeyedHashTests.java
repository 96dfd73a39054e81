package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyedHashTests {

    @BeforeEach
    void noKeys() {
        VaultDatabase.owner().sql("delete from vault_keys").update();
    }

    @Test
    void isTheSameOnEveryInstanceAndAfterTheMasterKeyWasRotated() {
        var master = MasterKeys.generate();
        var rotated = master.withNewKey().withNewestPrimary();

        var one = hash(master).of("email", "guest@example.com");
        var other = hash(rotated).of("email", "guest@example.com");

        assertThat(one).hasSize(32).isEqualTo(other);
        var stored =
                VaultDatabase.owner()
                        .sql("select sealed from vault_keys")
                        .query(byte[].class)
                        .single();
        assertThat(rotated.sealer().resealed(stored, "vault-key search")).isSameAs(stored);
    }

    @Test
    void differsByPurposeValueAndNothingElse() {
        var hash = hash(MasterKeys.generate());

        assertThat(hash.of("email", "a")).isEqualTo(hash.of("email", "a".getBytes(UTF_8)));
        assertThat(hash.of("email", "a"))
                .isNotEqualTo(hash.of("phone", "a"))
                .isNotEqualTo(hash.of("email", "A"))
                .isNotEqualTo(hash.of("email", "a "));
        assertThat(hash.of("ema", "ila")).isNotEqualTo(hash.of("email", "a"));
    }

    @Test
    void refusesToStartWithTheMasterKeyOfAnotherDatabase() {
        hash(MasterKeys.generate());

        assertThatThrownBy(() -> hash(MasterKeys.generate()))
                .hasMessageStartingWith(
                        "the master key is not one that this database was sealed with")
                .hasCauseInstanceOf(SealBroken.class);
    }

    private static KeyedHash hash(MasterKeys master) {
        return new KeyedHash(new VaultKeys(VaultDatabase.engine(), master.sealer()));
    }
}
