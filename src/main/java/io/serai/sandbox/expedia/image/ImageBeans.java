package io.serai.sandbox.expedia.image;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts images together. */
public class ImageBeans {

    @Bean
    Images images(
            JdbcClient jdbc, TransactionTemplate transaction, Environment settings, Clock clock) {
        return new Images(new ImageRows(jdbc), new Download(), transaction, takes(settings), clock);
    }

    @Bean
    ImageRounds imageRounds(JdbcClient jdbc, Environment settings, Clock clock) {
        return new ImageRounds(new ImageRows(jdbc), new Download(), takes(settings), clock);
    }

    private static Duration takes(Environment settings) {
        return settings.getRequiredProperty("sandbox.expedia.image-step", Duration.class);
    }
}
