package io.serai.job;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * Gives routes the endpoint {@code job:<name>?cron=…&zone=…}, from which a route runs once in all
 * instances whenever it is due, or somebody wants it now. {@code zone} is {@code hotel} (each
 * hotel's own, when missing) or a time zone's name.
 *
 * <p>A route gets the headers {@code Serai-Zone} (the zone whose hotels are meant; missing: all)
 * and {@code Serai-Every} (ms to the next time; missing where somebody wanted it now). Numbers that
 * it leaves in variables are the run's counts; {@code looked} counts what was only looked at. Words
 * in the variable {@code problems} say what of it failed while the rest went well.
 */
@org.springframework.stereotype.Component("job-component")
public class JobComponent extends DefaultComponent {

    private static final String HOTELS = "hotel";

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        if (!name.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException(
                    "job: '" + name + "' (expected: a name of small letters and hyphens)");
        }
        String cron = getAndRemoveParameter(parameters, "cron", String.class, "");
        String zone = getAndRemoveParameter(parameters, "zone", String.class, HOTELS);
        return new JobEndpoint(uri, this, name, checked(cron), zone(zone));
    }

    private static String checked(String cron) {
        try {
            if (new CronExpression(cron).getNextValidTimeAfter(new Date()) == null) {
                throw new IllegalArgumentException(
                        "cron: '" + cron + "' (expected: one that has a time to come)");
            }
            return cron;
        } catch (ParseException e) {
            throw new IllegalArgumentException(
                    "cron: '"
                            + cron
                            + "' (expected: Quartz's second minute hour day month weekday): "
                            + e.getMessage(),
                    e);
        }
    }

    private static @Nullable ZoneId zone(String zone) {
        try {
            return zone.equals(HOTELS) ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "zone: '" + zone + "' (expected: hotel, or a zone as in Europe/Lisbon)", e);
        }
    }
}
