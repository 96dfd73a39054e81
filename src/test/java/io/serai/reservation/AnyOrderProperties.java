package io.serai.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.reservation.IncomingReservation.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever a guest does, however often a queue repeats itself, whichever queue is faster and
 * whatever word of thanks gets lost: in the end the booking here is the booking there.
 */
class AnyOrderProperties {

    /** A guest's change, or one question to a queue. */
    record Event(Act act, int from, int nights, Thanks thanks) {}

    enum Act {
        CHANGE,
        CANCEL,
        ASK_NEW,
        ASK_CHANGED,
        /** Both queues are asked at once, and the answer of the new one is worked off last. */
        ASK_BOTH
    }

    enum Thanks {
        HEARD,
        /** The channel heard it, we do not know that it did. */
        ANSWER_LOST,
        NOT_SAID
    }

    @Provide
    Arbitrary<List<Event>> lives() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(5, Act.CHANGE),
                                Tuple.of(1, Act.CANCEL),
                                Tuple.of(3, Act.ASK_NEW),
                                Tuple.of(3, Act.ASK_CHANGED),
                                Tuple.of(3, Act.ASK_BOTH)),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(Thanks.class))
                .as(Event::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Property(tries = 120)
    void endsAsTheChannelDoes(@ForAll("lives") List<Event> life) {
        var hotel = new TestHotel();
        var channel = new TestChannel(hotel, Message.booking("1"));

        life.forEach(channel::play);
        channel.play(new Event(Act.ASK_BOTH, 0, 0, Thanks.HEARD));
        channel.play(new Event(Act.ASK_BOTH, 0, 0, Thanks.HEARD));

        assertThat(hotel.status("1").equals("cancelled")).isEqualTo(channel.cancelled);
        assertThat(hotel.sold(4)).isEqualTo(channel.nights());
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Property(tries = 60)
    void endsAsTheLastWhenPushesAreRepeatedAfterNewerOnes(
            @ForAll @Size(5) List<@IntRange(min = 0, max = 4) Integer> repeated) {
        var hotel = new TestHotel();

        for (int revision = 0; revision < repeated.size(); revision++) {
            hotel.take(pushed(revision), new Delivery.Pushed());
            hotel.take(pushed(Math.min(revision, repeated.get(revision))), new Delivery.Pushed());
        }

        assertThat(hotel.sold(6)).containsExactly(0, 0, 0, 0, 1, 0);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    private static Message pushed(int revision) {
        var booking = Message.booking("1").nights(revision, 1).reference("R-" + revision);
        return revision == 0 ? booking : booking.changed();
    }

    /** One reservation as its channel keeps it, with its two queues. */
    private static final class TestChannel {

        private final TestHotel hotel;
        private Message now;
        private boolean cancelled;
        private Optional<Message> isNew;
        private Optional<Message> changed = Optional.empty();

        TestChannel(TestHotel hotel, Message booked) {
            this.hotel = hotel;
            this.now = booked;
            this.isNew = Optional.of(booked);
        }

        void play(Event event) {
            switch (event.act()) {
                case CHANGE -> change(event);
                case CANCEL -> cancel();
                case ASK_NEW -> work(isNew, event.thanks());
                case ASK_CHANGED -> work(changed, event.thanks());
                case ASK_BOTH -> {
                    var slow = isNew;
                    work(changed, event.thanks());
                    work(slow, event.thanks());
                }
            }
        }

        List<Integer> nights() {
            var booked = now.rooms().get(0).nights();
            return IntStream.range(0, 4)
                    .mapToObj(TestHotel.FIRST::plusDays)
                    .map(day -> !cancelled && booked.stream().anyMatch(n -> n.night().equals(day)))
                    .map(isBooked -> isBooked ? 1 : 0)
                    .toList();
        }

        private void change(Event event) {
            if (cancelled) {
                return;
            }
            now = now.nights(event.from(), event.nights());
            if (isNew.isPresent()) {
                isNew = Optional.of(now);
            } else {
                changed = Optional.of(now.changed());
            }
        }

        /** A cancellation stands among the changes, though the booking may still be new. */
        private void cancel() {
            cancelled = true;
            changed = Optional.of(Message.cancellation("1"));
        }

        private void work(Optional<Message> answer, Thanks thanks) {
            if (answer.isEmpty()) {
                return;
            }
            hotel.take(answer.get());
            if (thanks == Thanks.NOT_SAID) {
                return;
            }
            if (thanks == Thanks.HEARD) {
                hotel.acknowledged("1");
            }
            if (answer.get().kind() == Kind.NEW) {
                isNew = isNew.filter(waiting -> !waiting.equals(answer.get()));
            } else {
                changed = changed.filter(waiting -> !waiting.equals(answer.get()));
            }
        }
    }
}
