package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCellTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"})
    void putsAnApostropheBeforeWhatBeginsLikeAFormula(String text) {
        assertThat(PlainCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-12.50", "+3", "Casa do Mar", "1=1"})
    void leavesNumbersAndAllElseAsTheyAre(String text) {
        assertThat(PlainCell.of(text)).isEqualTo(text);
    }
}
