package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Night;
import io.serai.reservation.IncomingReservation.Room;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlayTests {

    private static final Night KNOWN = night("P1", "P1A", "50.00", "5.00", "early");

    @Test
    void keepsAdultsChildrenAndAgesWhereTheListHasAsManyGuests() {
        var family = laid(room(2, 1, List.of(5), KNOWN), room(3, 0, List.of(), KNOWN));

        assertThat(family.adults()).isEqualTo(2);
        assertThat(family.children()).isEqualTo(1);
        assertThat(family.ages()).containsExactly(5);
    }

    @Test
    void takesTheListsNumberWhereItHasMoreOrFewerGuests() {
        var couple = laid(room(2, 1, List.of(5), KNOWN), room(2, 0, List.of(), KNOWN));

        assertThat(couple.adults()).isEqualTo(2);
        assertThat(couple.children()).isZero();
        assertThat(couple.ages()).isEmpty();
    }

    @Test
    void keepsOfANightWhateverTheListDoesNotSay() {
        var dearer = night("P1", null, "60.00", null, null);
        var otherRate = night("P2", null, "60.00", null, null);

        assertThat(laid(room(2, 0, List.of(), KNOWN), room(2, 0, List.of(), dearer)).nights())
                .containsExactly(night("P1", "P1A", "60.00", "5.00", "early"));
        assertThat(laid(room(2, 0, List.of(), KNOWN), room(2, 0, List.of(), otherRate)).nights())
                .as("the other number is one of the other rate")
                .containsExactly(night("P2", null, "60.00", "5.00", "early"));
    }

    @Test
    void knowsARateByItsOtherNumberToo() {
        var listed = night("P1A", null, "60.00", null, null);

        assertThat(laid(room(2, 0, List.of(), KNOWN), room(2, 0, List.of(), listed)).nights())
                .containsExactly(night("P1", "P1A", "60.00", "5.00", "early"));
    }

    @Test
    void keepsTotalAndCurrencyWhereTheListHasNone() {
        var full = booking("1").at("h");

        var laid = Overlay.over(full, booking("1").total(null).nights(0, 3).at("h"));

        assertThat(laid.total()).isEqualTo(Amount.of("100.00"));
        assertThat(laid.currency()).isEqualTo("EUR");
    }

    @Test
    void saysNoTotalOfACancellationThatSaysNone() {
        var laid = Overlay.over(booking("1").at("h"), cancellation("1").total(null).at("h"));

        assertThat(laid.total()).isNull();
        assertThat(laid.booker()).isNotNull();
    }

    private static Room laid(Room known, Room listed) {
        return Overlay.over(booking("1").rooms(known).at("h"), booking("1").rooms(listed).at("h"))
                .rooms()
                .get(0);
    }

    private static Room room(int adults, int children, List<Integer> ages, Night... nights) {
        return new Room(
                "1",
                "R1",
                "Double",
                null,
                Amount.of("100.00"),
                adults,
                children,
                ages,
                null,
                List.of(),
                List.of(),
                List.of(nights));
    }

    private static Night night(
            String rate, String otherRate, String price, String fees, String promotion) {
        return new Night(
                TestHotel.FIRST,
                rate,
                otherRate,
                Amount.of(price),
                fees == null ? null : Amount.of(fees),
                promotion);
    }
}
