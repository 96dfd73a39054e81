package io.serai.channel.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameLikenessTests {

    @Test
    void takesNamesForTheSameWhateverTheirCaseAccentsAndOrder() {
        assertThat(NameLikeness.percent("Garden Double", "double, GARDEN")).isEqualTo(100);
        assertThat(NameLikeness.percent("Suíte Júnior", "suite junior")).isEqualTo(100);
    }

    @Test
    void findsNamesThatAreNearlyTheSameMoreAlikeThanOthers() {
        int near = NameLikeness.percent("Standard rate", "Standard");
        int far = NameLikeness.percent("Non-refundable", "Standard");

        assertThat(near).isGreaterThan(75);
        assertThat(far).isLessThan(near);
        assertThat(NameLikeness.percent("", "Standard")).isZero();
    }
}
