package io.serai.sandbox.expedia.property;

import io.serai.sandbox.wire.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts accounts and hotels together. */
public class PropertyBeans {

    @Bean
    Accounts accounts(JdbcClient jdbc) {
        return new Accounts(jdbc);
    }

    @Bean
    Gate basicSignIn(Accounts accounts) {
        return new BasicSignIn(accounts);
    }

    @Bean
    Hotels hotels(JdbcClient jdbc, TransactionTemplate transaction) {
        var plans = new PlanRows(jdbc);
        return new Hotels(new HotelRows(jdbc, plans), plans, transaction);
    }

    @Bean
    RouterFunction<ServerResponse> hotelControl(Accounts accounts, Hotels hotels) {
        return new HotelControl(accounts, hotels).routes();
    }
}
