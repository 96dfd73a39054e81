package io.serai.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SealingTests {

    private final Sealer sealer = MasterKeys.generate().sealer();
    private final PersonalKeys keys = new PersonalKeys(sealer, 2);

    @Property(tries = 300)
    void opensWhatItSealed(@ForAll byte[] plain, @ForAll @AlphaChars String purpose) {
        assertThat(sealer.open(sealer.seal(plain, purpose), purpose)).isEqualTo(plain);
    }

    @Property(tries = 300)
    void opensForNoOtherPurpose(
            @ForAll byte[] plain,
            @ForAll @AlphaChars String one,
            @ForAll @AlphaChars String other) {
        Assume.that(!one.equals(other));

        var sealed1 = sealer.seal(plain, one);

        assertThatThrownBy(() -> sealer.open(sealed1, other))
                .isInstanceOf(SealBroken.class)
                .hasMessageStartingWith("purpose '" + other + "': " + sealed1.length + " bytes");
    }

    @Property(tries = 300)
    void opensNothingThatWasChanged(
            @ForAll @Size(max = 40) byte[] plain, @ForAll @IntRange(max = 1000) int at) {
        var changed = sealer.seal(plain, "guest");

        changed[at % changed.length] ^= 4;

        assertThatThrownBy(() -> sealer.open(changed, "guest")).isInstanceOf(SealBroken.class);
    }

    @Property(tries = 300)
    void opensWithThePersonalKeyThatSealedAndNoOther(@ForAll byte[] plain) {
        var key = keys.newKey();
        var other = keys.newKey();

        var guest = keys.seal(key, plain, "guest");

        assertThat(keys.open(key, guest, "guest")).isEqualTo(plain);
        assertThatThrownBy(() -> keys.open(other, guest, "guest")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> keys.open(key, guest, "revision")).isInstanceOf(SealBroken.class);
    }
}
