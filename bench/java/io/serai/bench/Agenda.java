package io.serai.bench;

import io.serai.bench.Act.Kind;
import io.serai.sandbox.guests.BookingLife;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * All that guests do, in order of time. How a booking changed is not known, only how often: the
 * last change makes it what it was in the end, and before it was a night shorter, or longer, came
 * later, or for fewer adults.
 */
final class Agenda {

    private static final double NEARLY_MIDNIGHT = 0.99;

    private Agenda() {}

    static List<Act> of(List<BookingLife> lives, long seed) {
        var acts = new ArrayList<Act>();
        lives.forEach(life -> acts.addAll(acts(life, new Random(seed ^ life.ref().hashCode()))));
        acts.sort(Comparator.comparingDouble(Act::at));
        return acts;
    }

    private static List<Act> acts(BookingLife life, Random random) {
        var end = life.cancelledOn() == null ? life.arrival() : life.cancelledOn();
        var from = life.bookedOn().toEpochDay() + random.nextDouble() / 2;
        var step = (end.toEpochDay() + NEARLY_MIDNIGHT - from) / (life.changes() + 1);
        var stays = stays(life, random);
        var acts = new ArrayList<Act>();
        for (int i = 0; i < stays.size(); i++) {
            acts.add(
                    new Act(
                            from + i * step,
                            i == 0 ? Kind.BOOK : Kind.CHANGE,
                            life.ref(),
                            stays.get(i)));
        }
        if (life.cancelledOn() != null) {
            acts.add(
                    new Act(
                            end.toEpochDay() + NEARLY_MIDNIGHT,
                            Kind.CANCEL,
                            life.ref(),
                            Stay.of(life)));
        }
        return acts;
    }

    private static List<Stay> stays(BookingLife life, Random random) {
        var last = Stay.of(life);
        var stays = new ArrayList<Stay>();
        var turn = random.nextInt(4);
        for (int i = 0; i < life.changes(); i++) {
            stays.add(other(last, turn + i));
        }
        stays.add(last);
        return stays;
    }

    private static Stay other(Stay last, int turn) {
        return switch (turn % 4) {
            case 0 ->
                    last.arrival().plusDays(1).isBefore(last.departure())
                            ? last.moved(0, -1)
                            : last.moved(2, 2);
            case 1 -> last.moved(0, 1);
            case 2 -> last.moved(1, 1);
            default -> last.adults() > 1 ? last.withAdults(last.adults() - 1) : last.moved(0, 2);
        };
    }
}
