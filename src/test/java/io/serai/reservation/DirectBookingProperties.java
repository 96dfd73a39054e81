package io.serai.reservation;

import static io.serai.reservation.DirectHotel.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.reservation.direct.BookingRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is booked, changed and cancelled: a room is sold exactly where one is left, what is sold
 * is the sum of the bookings' nights, and who is refused changed nothing.
 */
class DirectBookingProperties {

    private static final int ROOMS = 5;
    private static final int NIGHTS = 6;

    enum Act {
        BOOK,
        CHANGE,
        CANCEL
    }

    /** An act on the so-manieth booking, where it needs one. */
    record Step(Act act, int which, int from, int nights, int rooms) {}

    @Provide
    Arbitrary<List<Step>> days() {
        return Combinators.combine(
                        Arbitraries.of(Act.BOOK, Act.BOOK, Act.CHANGE, Act.CHANGE, Act.CANCEL),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 3))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 50)
    void sellsWhatIsLeftAndNothingElse(@ForAll("days") List<Step> day) {
        var house = new House();

        day.forEach(house::play);

        assertThat(house.inn.hotel.sold(NIGHTS)).isEqualTo(house.sold(null));
        assertThat(house.inn.hotel.stockDifferences()).isEmpty();
    }

    /** A booking as it has to be. */
    private static final class Booking {

        private final long id;
        private Step stay;
        private boolean cancelled;

        private Booking(long id, Step stay) {
            this.id = id;
            this.stay = stay;
        }
    }

    private static final class House {

        private final DirectHotel inn = new DirectHotel();
        private final List<Booking> bookings = new ArrayList<>();

        private void play(Step step) {
            if (step.act() == Act.BOOK) {
                long[] id = new long[1];
                attempt(
                        fits(step, null),
                        () -> id[0] = inn.book(wish(step.from(), end(step), step.rooms())),
                        () -> bookings.add(new Booking(id[0], step)));
            } else if (!bookings.isEmpty()) {
                var booking = bookings.get(step.which() % bookings.size());
                if (step.act() == Act.CANCEL) {
                    attempt(
                            !booking.cancelled,
                            () -> inn.cancel(booking.id),
                            () -> booking.cancelled = true);
                } else {
                    attempt(
                            !booking.cancelled && fits(step, booking),
                            () ->
                                    inn.change(
                                            booking.id,
                                            null,
                                            wish(step.from(), end(step), step.rooms())),
                            () -> booking.stay = step);
                }
            }
        }

        private static void attempt(boolean expected, Runnable act, Runnable then) {
            boolean done = true;
            try {
                act.run();
            } catch (BookingRefused refused) {
                done = false;
            }
            assertThat(done).isEqualTo(expected);
            if (done) {
                then.run();
            }
        }

        private boolean fits(Step step, Booking instead) {
            var sold = sold(instead);
            return IntStream.range(step.from(), end(step))
                    .allMatch(night -> sold.get(night) + step.rooms() <= ROOMS);
        }

        private List<Integer> sold(Booking without) {
            return IntStream.range(0, NIGHTS)
                    .mapToObj(
                            night ->
                                    bookings.stream()
                                            .filter(it -> it != without && !it.cancelled)
                                            .filter(
                                                    it ->
                                                            night >= it.stay.from()
                                                                    && night < end(it.stay))
                                            .mapToInt(it -> it.stay.rooms())
                                            .sum())
                    .toList();
        }

        private static int end(Step step) {
            return step.from() + step.nights();
        }
    }
}
