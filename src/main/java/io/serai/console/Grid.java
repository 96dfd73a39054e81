package io.serai.console;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * The next nights of a hotel.
 *
 * @param days its columns
 * @param rows its room types, each followed by its products
 */
record Grid(List<Day> days, List<Row> rows) {

    /** A column: a night. */
    record Day(LocalDate night) {

        public String weekday() {
            return night.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        }

        public String month() {
            return night.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        }

        public boolean isWeekend() {
            return night.getDayOfWeek() == DayOfWeek.FRIDAY
                    || night.getDayOfWeek() == DayOfWeek.SATURDAY;
        }
    }

    /**
     * A room type or one of its products.
     *
     * @param isRoom whether it is a room type
     * @param name its name
     * @param about what else is to be known of it
     * @param nights one for each column
     */
    record Row(boolean isRoom, String name, String about, List<Night> nights) {}
}
