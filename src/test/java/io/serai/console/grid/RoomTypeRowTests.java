package io.serai.console.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.ari.RoomNight;
import io.serai.console.Hotel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTypeRowTests {

    private static final LocalDate NIGHT = LocalDate.of(2027, 3, 1);

    private final Hotel hotel = new Hotel(1, "Casa do Mar", ZoneOffset.UTC, "EUR", 550);

    @Test
    void saysWhatIsLeftAndWhy() {
        Night night = shown(new RoomNight(8, 2, 3, 1, 1, 2, false));

        assertThat(night.ours()).isEqualTo("3");
        assertThat(night.words())
                .isEqualTo(
                        "3 left of 8 offered, 3 sold, 2 may be overbooked, 1 held back, 1 out of order, 2 kept as safety stock; the house has 9");
        assertThat(night.marks()).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsNotSet() {
        assertThat(shown(new RoomNight(8, 0, 3, 0, 0, 0, false)).words())
                .isEqualTo("5 left of 8 offered, 3 sold; the house has 9");
    }

    @Test
    void marksAnOversellBeyondTheAllowanceAlone() {
        assertThat(shown(new RoomNight(8, 1, 9, 0, 0, 2, false)).marks()).isEmpty();
        assertThat(shown(new RoomNight(8, 1, 10, 0, 0, 2, false)).marks())
                .containsExactly("oversold");
    }

    private Night shown(RoomNight written) {
        return new RoomTypeRow(1, "Garden Double", 9, NIGHT, written).night(hotel, List.of());
    }
}
