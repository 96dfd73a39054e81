package io.serai.report;

import io.serai.database.watch.Watched;
import io.serai.database.watch.Watched.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was booked and cancelled today, by each hotel's clock, as reports count it. */
@Configuration(proxyBeanMethods = false)
class BusinessFigures {

    @Bean
    Watched bookedToday() {
        return Watched.often(
                """
                select d.provider as channel, d.currency, sum(d.bookings) as bookings, sum(d.nights) as nights, sum(d.value) as worth
                  from (select id, serai_today(id) as today from hotels) h
                  join report_days d on d.hotel_id = h.id and d.basis = 'booked' and d.day = h.today
                 group by d.provider, d.currency
                """,
                Figure.of(
                        "bookings",
                        "serai.bookings.today",
                        "Bookings made today that are kept, by each hotel's clock"),
                Figure.of("nights", "serai.bookings.nights", "Their room nights"),
                Figure.of(
                        "worth", "serai.bookings.revenue", "What they are worth, in the currency"));
    }

    @Bean
    Watched cancelledToday() {
        return Watched.often(
                """
                select b.provider as channel, count(*) as bookings
                  from (select id, serai_today(id) as today from hotels) h
                  join report_bookings b on b.hotel_id = h.id and b.cancelled_on = h.today and b.state = 'cancelled'
                 group by b.provider
                """,
                Figure.of(
                        "bookings",
                        "serai.bookings.cancelled",
                        "Bookings cancelled today, by each hotel's clock"));
    }
}
