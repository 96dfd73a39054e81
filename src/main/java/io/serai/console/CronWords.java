package io.serai.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something is due, in words where a cron expression has short ones. */
final class CronWords {

    private static final Pattern EVERY_MINUTES =
            Pattern.compile("[0-9]+ 0/([0-9]+) \\* \\* \\* \\?");
    private static final Pattern EVERY_HOUR = Pattern.compile("0 ([0-9]{1,2}) \\* \\* \\* \\?");
    private static final Pattern EVERY_DAY =
            Pattern.compile("0 ([0-9]{1,2}) ([0-9]{1,2}) \\* \\* \\?");

    private CronWords() {}

    /** The words, or the expression itself. */
    static String of(String cron) {
        Matcher minutes = EVERY_MINUTES.matcher(cron);
        if (minutes.matches()) {
            return "every " + minutes.group(1) + " minutes";
        }
        Matcher hour = EVERY_HOUR.matcher(cron);
        if (hour.matches()) {
            return "every hour, %02d minutes past".formatted(Integer.valueOf(hour.group(1)));
        }
        Matcher day = EVERY_DAY.matcher(cron);
        if (day.matches()) {
            return "every day at %02d:%02d"
                    .formatted(Integer.valueOf(day.group(2)), Integer.valueOf(day.group(1)));
        }
        return cron;
    }
}
