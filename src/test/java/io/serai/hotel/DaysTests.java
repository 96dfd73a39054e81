package io.serai.hotel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTests {

    @Test
    void readsADayOfAYearThatCanBeReckonedWith() {
        assertThat(Days.parse("2027-07-01")).isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(Days.parse("1900-01-01")).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(Days.parse("9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "2027-02-30",
                "1899-12-31",
                "-0001-01-01",
                "+10000-01-01",
                "+300000-01-01",
                "+999999999-12-31"
            })
    void takesNothingElseForADay(String text) {
        assertThatThrownBy(() -> Days.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
