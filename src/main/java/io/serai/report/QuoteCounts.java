package io.serai.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the prices that are asked, in memory: who asks waits for nothing. Every few seconds, and
 * when Serai ends, what was counted is added to the rows; a kill loses the seconds since.
 */
@Component("quoteCounts")
public class QuoteCounts implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteCounts.class);

    private final JdbcClient jdbc;
    private Map<Asked, QuotesAsked> counted = new HashMap<>();

    private record Asked(int hotel, LocalDate on, LocalDate arrival) {}

    QuoteCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts one.
     *
     * @param today the day at the hotel
     * @param bookable whether one of its offers could be booked
     */
    public synchronized void asked(
            int hotel, LocalDate today, LocalDate arrival, boolean bookable) {
        counted.merge(
                new Asked(hotel, today, arrival),
                new QuotesAsked(1, bookable ? 1 : 0),
                QuotesAsked::plus);
    }

    /** Adds what was counted to the rows; what cannot be written now is with the next. */
    public void keep() {
        Map<Asked, QuotesAsked> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            write(taken);
        } catch (DataAccessException failed) {
            giveBack(taken);
            throw failed;
        }
    }

    private synchronized Map<Asked, QuotesAsked> take() {
        Map<Asked, QuotesAsked> taken = counted;
        counted = new HashMap<>();
        return taken;
    }

    private synchronized void giveBack(Map<Asked, QuotesAsked> taken) {
        taken.forEach((asked, count) -> counted.merge(asked, count, QuotesAsked::plus));
    }

    /**
     * A hotel that was removed meanwhile has no counts; in one order, so that instances wait and
     * never for each other.
     */
    private void write(Map<Asked, QuotesAsked> taken) {
        var hotels = taken.keySet().stream().map(Asked::hotel).toArray(Integer[]::new);
        jdbc.sql(
                        """
                        insert into quote_counts as c (hotel_id, asked_on, arrival, asked, bookable)
                        select h.id, u.asked_on::date, u.arrival::date, u.asked, u.bookable
                          from unnest(cast(:hotels as int[]), cast(:days as text[]), cast(:arrivals as text[]), cast(:asked as bigint[]), cast(:bookable as bigint[]))
                               u (hotel, asked_on, arrival, asked, bookable)
                          join hotels h on h.id = u.hotel
                         order by 1, 2, 3
                        on conflict (hotel_id, asked_on, arrival) do update
                           set asked = c.asked + excluded.asked, bookable = c.bookable + excluded.bookable
                        """)
                .param("hotels", hotels)
                .param(
                        "days",
                        taken.keySet().stream()
                                .map(it -> it.on().toString())
                                .toArray(String[]::new))
                .param(
                        "arrivals",
                        taken.keySet().stream()
                                .map(it -> it.arrival().toString())
                                .toArray(String[]::new))
                .param(
                        "asked",
                        taken.values().stream().map(QuotesAsked::asked).toArray(Long[]::new))
                .param(
                        "bookable",
                        taken.values().stream().map(QuotesAsked::bookable).toArray(Long[]::new))
                .update();
    }

    @Override
    public void destroy() {
        try {
            keep();
        } catch (DataAccessException gone) {
            LOG.warn("the quotes of the last seconds are not counted", gone);
        }
    }
}
