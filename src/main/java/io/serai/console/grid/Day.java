package io.serai.console.grid;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** A column of a grid: a night. */
public record Day(LocalDate night) {

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
