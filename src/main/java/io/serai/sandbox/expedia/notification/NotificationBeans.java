package io.serai.sandbox.expedia.notification;

import io.serai.sandbox.expedia.booking.Transactions;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.CallLog;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the sender of notifications together. */
public class NotificationBeans {

    @Bean
    NotificationSender notificationSender(
            Accounts accounts,
            Hotels hotels,
            Transactions transactions,
            TransactionTemplate transaction,
            CallLog calls,
            Clock clock,
            Environment settings) {
        return new NotificationSender(
                accounts,
                hotels,
                transactions,
                transaction,
                calls,
                clock,
                new NotificationSender.Pace(
                        time(settings, "every"),
                        time(settings, "again-after"),
                        time(settings, "timeout")));
    }

    private static Duration time(Environment settings, String name) {
        return settings.getRequiredProperty("sandbox.expedia.notification." + name, Duration.class);
    }
}
