package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PersonalKeysTests {

    private final MasterKeys master = MasterKeys.generate();
    private final PersonalKeys keys = new PersonalKeys(master.sealer(), 10);

    @Test
    void wrapsAKeyIn65Bytes() {
        assertThat(keys.newKey()).hasSize(65);
        assertThat(keys.seal(keys.newKey(), new byte[1000], "guest")).hasSize(1028);
    }

    @Test
    void opensAfterTheMasterKeyWasRotatedAndTheKeyRewrapped() {
        var key = keys.newKey();
        var guest = keys.seal(key, "J Doe".getBytes(UTF_8), "guest");

        var rotated = new PersonalKeys(master.withNewKey().withNewestPrimary().sealer(), 10);
        var rewrapped = rotated.rewrapped(key);

        assertThat(rewrapped).isNotEqualTo(key);
        assertThat(rotated.open(rewrapped, guest, "guest")).asString(UTF_8).isEqualTo("J Doe");
        assertThat(rotated.rewrapped(rewrapped)).isSameAs(rewrapped);
    }

    @Test
    void refusesAKeyThatTheMasterDidNotWrap() {
        assertThatThrownBy(() -> keys.seal(new byte[65], new byte[0], "guest"))
                .isInstanceOf(SealBroken.class)
                .hasMessageStartingWith("purpose 'personal-key': 65 bytes do not open");
    }

    @Test
    void isNotFooledByAKeyArrayThatChangesLater() {
        var key = keys.newKey();
        var guest = keys.seal(key, new byte[] {1}, "guest");
        var kept = key.clone();

        key[10] ^= 1;

        assertThatThrownBy(() -> keys.open(key, guest, "guest")).isInstanceOf(SealBroken.class);
        assertThat(keys.open(kept, guest, "guest")).containsExactly(1);
    }

    @Test
    void sealsAKilobyteInWellUnderAHundredMicroseconds() {
        var plain = new byte[1000];
        var key = keys.newKey();
        var quickest = Long.MAX_VALUE;

        for (int round = 0; round < 20; round++) {
            var from = System.nanoTime();
            for (int i = 0; i < 500; i++) {
                keys.seal(key, plain, "guest");
            }
            quickest = Math.min(quickest, (System.nanoTime() - from) / 500);
        }

        assertThat(Duration.ofNanos(quickest)).isLessThan(Duration.ofNanos(100_000));
    }
}
