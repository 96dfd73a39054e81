package io.serai.ari.price;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Nights that a rule is for, as ranges that are asked without any reckoning of years. */
public final class Seasons {

    /** Every night. */
    public static final Seasons ALWAYS =
            new Seasons(new int[] {Integer.MIN_VALUE}, new int[] {Integer.MAX_VALUE});

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
        return expanded(seasons, 0, 0);
    }

    /**
     * The nights of some ranges, each year anew: from the year before a day to five after it, which
     * is further than any hotel sells. A season may reach over a new year.
     */
    public static Seasons eachYear(List<Season> seasons, LocalDate today) {
        List<Season> placed = new ArrayList<>();
        for (Season season : seasons) {
            int years = today.getYear() - season.from().getYear();
            // Moved by the night after the last, so that a season to 28 February has a leap day.
            placed.add(
                    new Season(
                            season.from().plusYears(years),
                            season.to().plusDays(1).plusYears(years).minusDays(1)));
        }
        return expanded(placed, -2, 5);
    }

    private static Seasons expanded(List<Season> seasons, int fromYear, int toYear) {
        int years = toYear - fromYear + 1;
        int[] firsts = new int[seasons.size() * years];
        int[] beyonds = new int[firsts.length];
        int at = 0;
        for (Season season : seasons) {
            for (int year = fromYear; year <= toYear; year++) {
                firsts[at] = day(season.from().plusYears(year));
                beyonds[at++] = day(season.to().plusDays(1).plusYears(year));
            }
        }
        return new Seasons(firsts, beyonds);
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
