package io.serai.sandbox.expedia.eqc;

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

    private static Face face(String path, Message message, Handler handler) {
        return new Face("POST", path, Demands.NONE, Eqc.dialect(message), handler);
    }
}
