package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortingTests {

    private static final Map<String, Comparator<String>> COLUMNS = columns();

    @Test
    void standsByTheUsualColumnWhereNothingIsAskedForOrNobodyKnowsIt() {
        assertThat(Sorting.of("", COLUMNS).named()).isEqualTo("name");
        assertThat(Sorting.of("tea-last", COLUMNS).named()).isEqualTo("name");
    }

    @Test
    void turnsRoundWithTheUsualColumnTellingApartWhatIsAlike() {
        assertThat(sorted("name-last")).containsExactly("ccc", "bb", "ab", "a");
        assertThat(sorted("length-last")).containsExactly("ccc", "ab", "bb", "a");
    }

    @Test
    void putsNamesWherePeopleLookForThem() {
        assertThat(Stream.of("Zeta", "zebra", "élan", "Elba", "Aida").sorted(Sorting.byName()))
                .containsExactly("Aida", "élan", "Elba", "zebra", "Zeta");
        assertThat(Sorting.byName().compare("Élan", "élan")).isZero();
        assertThat(Sorting.byName().compare("élan", "elan")).isNotZero();
    }

    @Test
    void marksItsColumnAndLeadsToTheOtherWayRound() {
        Sorting<String> sorting = Sorting.of("length", COLUMNS);

        assertThat(sorting.direction("length")).isEqualTo("ascending");
        assertThat(sorting.direction("name")).isNull();
        assertThat(sorting.next("length", true)).isEqualTo("length-last");
        assertThat(sorting.next("name", false)).isEqualTo("name");
        assertThat(sorting.next("name", true)).isEqualTo("name-last");
        assertThat(Sorting.of("length-last", COLUMNS).direction("length")).isEqualTo("descending");
        assertThat(Sorting.of("length-last", COLUMNS).next("length", true)).isEqualTo("length");
    }

    private static Stream<String> sorted(String asked) {
        return Stream.of("bb", "a", "ccc", "ab").sorted(Sorting.of(asked, COLUMNS).order());
    }

    private static Map<String, Comparator<String>> columns() {
        Map<String, Comparator<String>> columns = new LinkedHashMap<>();
        columns.put("name", Comparator.naturalOrder());
        columns.put("length", Comparator.comparing(String::length));
        return columns;
    }
}
