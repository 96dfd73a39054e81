package io.serai.ari.price;

import java.time.LocalDate;
import java.util.List;

/** Nights that a rule is for, as ranges that are asked without any reckoning of years. */
public final class Seasons {

    /** Every night. */
    public static final Seasons ALWAYS =
            new Seasons(new int[] {Integer.MIN_VALUE}, new int[] {Integer.MAX_VALUE});

    /** The years that seasons of each year are placed in, from this one. */
    private static final int FIRST_YEAR = -2;

    private static final int LAST_YEAR = 5;

    private final int[] firsts;
    private final int[] beyonds;

    private Seasons(int[] firsts, int[] beyonds) {
        this.firsts = firsts;
        this.beyonds = beyonds;
    }

    /**
     * A range of nights.
     *
     * @param from the first night
     * @param to the last night, included
     */
    public record Season(LocalDate from, LocalDate to) {

        public Season {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "to: " + to + " (expected: " + from + " or later)");
            }
        }
    }

    /** The nights of some ranges. */
    public static Seasons of(List<Season> seasons) {
        return new Seasons(
                seasons.stream().mapToInt(season -> day(season.from())).toArray(),
                seasons.stream().mapToInt(season -> day(season.to()) + 1).toArray());
    }

    /**
     * The nights of some ranges, each year anew: from the year before a day to five after it, which
     * is further than any hotel sells. A season may reach over a new year; one to the end of
     * February has the leap day.
     */
    public static Seasons eachYear(List<Season> seasons, LocalDate today) {
        int[] firsts = new int[seasons.size() * (LAST_YEAR - FIRST_YEAR + 1)];
        int[] beyonds = new int[firsts.length];
        int at = 0;
        for (Season season : seasons) {
            int years = today.getYear() - season.from().getYear();
            for (int year = years + FIRST_YEAR; year <= years + LAST_YEAR; year++) {
                firsts[at] = day(season.from().plusYears(year));
                beyonds[at++] = beyond(season.to(), year);
            }
        }
        return new Seasons(firsts, beyonds);
    }

    /** The later of the night after the last one's day and the day of the night after the last. */
    private static int beyond(LocalDate last, int years) {
        return Math.max(day(last.plusYears(years)) + 1, day(last.plusDays(1).plusYears(years)));
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    boolean hold(int night) {
        for (int season = 0; season < firsts.length; season++) {
            if (night >= firsts[season] && night < beyonds[season]) {
                return true;
            }
        }
        return false;
    }
}
