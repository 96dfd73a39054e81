package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedHotelTests {

    private static final Hotel MAR = hotel(12, "Casa do Mar");
    private static final Hotel MARINA = hotel(112, "Casa do Mar Marina");
    private static final List<Hotel> MINE = List.of(MAR, MARINA, hotel(3, "Inn"), hotel(4, "Inn"));

    @ParameterizedTest
    @ValueSource(strings = {"12", " 12 ", "Casa do Mar (12)", "casa do mar", "CASA DO MAR (12)"})
    void isKnownByItsNumberItsNameOrBoth(String said) {
        assertThat(NamedHotel.of(said, MINE))
                .isEqualTo(new NamedHotel("Casa do Mar (12)", MAR, List.of(), 0));
    }

    @Test
    void isKnownByAsMuchOfItsNameAsNoOtherHas() {
        assertThat(NamedHotel.of("marina", MINE).hotel()).isEqualTo(MARINA);
    }

    @Test
    void isAnyWhereNoneIsNamed() {
        assertThat(NamedHotel.of(" ", MINE).id()).isNull();
        assertThat(NamedHotel.of(null, MINE).isUnknown()).isFalse();
    }

    @Test
    void isNoneAtAllWhereNobodyKnowsWhichIsMeant() {
        NamedHotel several = NamedHotel.of("inn", MINE);
        NamedHotel none = NamedHotel.of("Ritz", MINE);

        assertThat(several.id()).isZero();
        assertThat(several.alike()).extracting(Hotel::id).containsExactly(3, 4);
        assertThat(several.more()).isZero();
        assertThat(several.problem()).isEqualTo("Several of your hotels match 'inn'. Which one?");
        assertThat(none.id()).isZero();
        assertThat(none.problem()).isEqualTo("None of your hotels is called 'Ritz'.");
    }

    @Test
    void isOfferedAmongTheFirstFewHoweverManyThereAre() {
        List<Hotel> many =
                IntStream.range(1, 501).mapToObj(id -> hotel(id, "Caravan " + id)).toList();

        assertThat(NamedHotel.found("caravan", many)).hasSize(12);
        assertThat(NamedHotel.of("caravan", many).alike()).hasSize(12);
        assertThat(NamedHotel.of("caravan", many).more()).isEqualTo(488);
    }

    @Test
    void isOfferedFirstByItsNumberThenByHowItsNameBegins() {
        List<Hotel> many =
                new ArrayList<>(
                        IntStream.range(100, 130)
                                .mapToObj(id -> hotel(id, "Caravan 12-" + id))
                                .toList());
        many.add(hotel(99, "12 Apostles"));
        many.add(MAR);

        assertThat(NamedHotel.found("12", many))
                .hasSize(12)
                .startsWith(MAR)
                .element(1)
                .extracting(Hotel::id)
                .isEqualTo(99);
    }

    private static Hotel hotel(int id, String name) {
        return new Hotel(id, name, ZoneOffset.UTC, "EUR", 500);
    }
}
