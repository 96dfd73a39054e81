package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.booking.Bookings;
import io.serai.sandbox.expedia.booking.Transactions;
import io.serai.sandbox.expedia.night.NightWriter;
import io.serai.sandbox.expedia.night.Nights;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.Handler;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the XML faces together. */
public class EqcBeans {

    @Bean
    Eqc eqc(Accounts accounts, Hotels hotels, Environment settings) {
        var one = settings.getRequiredProperty("sandbox.expedia.one-connection");
        return new Eqc(accounts, hotels, one.equals("hotel"));
    }

    @Bean
    Face availRate(
            Eqc eqc,
            Nights nights,
            NightWriter writer,
            TransactionTemplate transaction,
            Clock clock) {
        return face(
                "/eqc/ar",
                Message.AVAIL_RATE,
                new UpdateFace(eqc, nights, writer, transaction, clock));
    }

    @Bean
    Face bookingRetrieval(
            Eqc eqc,
            Hotels hotels,
            Bookings bookings,
            Transactions transactions,
            TransactionTemplate transaction,
            Clock clock) {
        return face(
                "/eqc/br",
                Message.RETRIEVAL,
                new RetrievalFace(
                        eqc,
                        hotels,
                        bookings,
                        transactions,
                        new Retrieval(transactions, clock),
                        transaction));
    }

    @Bean
    Face bookingConfirm(
            Eqc eqc,
            Bookings bookings,
            Transactions transactions,
            TransactionTemplate transaction,
            Clock clock) {
        return face(
                "/eqc/bc",
                Message.CONFIRM,
                new ConfirmFace(eqc, bookings, transactions, transaction, clock));
    }

    @Bean
    Face readBack(Eqc eqc, Nights nights, Clock clock) {
        return face("/eqc/parr", Message.READ_BACK, new ReadBackFace(eqc, nights, clock));
    }

    private static Face face(String path, Message message, Handler handler) {
        return new Face("POST", path, Demands.NONE, Eqc.dialect(message), handler);
    }
}
