package io.serai.hotel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices that nights came nearer: those that came within a rule's lead time, or left it, are to be
 * looked at again, however many days nobody was there to notice.
 */
@Component("ageing")
public class Ageing {

    private final JdbcClient jdbc;
    private final Clock clock;

    Ageing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Marks what crossed a lead time since the last day that was looked at; none twice. */
    @Transactional
    public void age(int hotel) {
        var row =
                jdbc.sql("select time_zone, aged_on from hotels where id = ? for update")
                        .param(hotel)
                        .query()
                        .singleRow();
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of((String) row.get("time_zone"))));
        LocalDate before = ((java.sql.Date) row.get("aged_on")).toLocalDate();
        if (!before.isBefore(today)) {
            return;
        }
        jdbc.sql("select serai_mark_lead(?, ?, ?)")
                .params(hotel, before, today)
                .query()
                .listOfRows();
        jdbc.sql("update hotels set aged_on = ? where id = ?").params(today, hotel).update();
    }
}
