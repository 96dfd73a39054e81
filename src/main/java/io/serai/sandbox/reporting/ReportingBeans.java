package io.serai.sandbox.reporting;

import io.serai.sandbox.booking.HotelActs;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the reports together. */
public class ReportingBeans {

    @Bean
    Face reporting(
            Hotels hotels,
            HotelActs acts,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        return new Face(
                "POST",
                "/hotels/xml/reporting",
                Demands.TOKEN,
                Dialect.bxml("reporting"),
                new ReportingFace(hotels, new Reports(acts, jdbc, clock), acts, transaction));
    }
}
