package io.serai.reservation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Who takes the reservations of an answer in. */
@Configuration(proxyBeanMethods = false)
class TakingConfiguration {

    /** For all answers of this instance together; each holds a connection to the database. */
    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    ExecutorService reservationTakers(ReservationSettings settings) {
        return Executors.newFixedThreadPool(
                settings.takers(), new CustomizableThreadFactory("reservation-taker-"));
    }
}
