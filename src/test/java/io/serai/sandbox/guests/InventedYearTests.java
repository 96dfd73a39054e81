package io.serai.sandbox.guests;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.sandbox.guests.InventedYear.SoldRoom;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventedYearTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final List<SoldRoom> ROOMS =
            List.of(
                    new SoldRoom("Single", 3, 1, 60, List.of("Standard")),
                    new SoldRoom("Double", 7, 2, 90, List.of("Standard", "Half board")));

    private final List<BookingLife> lives = new InventedYear(1, TODAY, ROOMS).lives(2_000);

    @Test
    void inventsTheSameYearForTheSameSeed() {
        assertThat(new InventedYear(1, TODAY, ROOMS).lives(2_000)).isEqualTo(lives);
        assertThat(new InventedYear(2, TODAY, ROOMS).lives(2_000)).isNotEqualTo(lives);
    }

    @Test
    void keepsEveryLifeInOrder() {
        assertThat(lives)
                .allSatisfy(
                        life -> {
                            assertThat(life.arrival()).isBetween(TODAY, TODAY.plusDays(364));
                            assertThat(life.bookedOn()).isBeforeOrEqualTo(life.arrival());
                            assertThat(life.nights()).isBetween(1, 14);
                            assertThat(life.adults()).isPositive();
                            assertThat(life.persons())
                                    .isLessThanOrEqualTo(life.roomType().equals("Single") ? 1 : 2);
                            if (life.cancelledOn() != null) {
                                assertThat(life.cancelledOn())
                                        .isBetween(life.bookedOn(), life.arrival());
                            }
                        });
    }

    @Test
    void hasASummerSeasonAndCancellations() {
        assertThat(arrivals(Month.AUGUST)).isGreaterThan(2 * arrivals(Month.JANUARY));
        assertThat(lives.stream().filter(life -> life.cancelledOn() != null).count())
                .isBetween(500L, 900L);
    }

    private long arrivals(Month month) {
        return lives.stream().filter(life -> life.arrival().getMonth() == month).count();
    }
}
