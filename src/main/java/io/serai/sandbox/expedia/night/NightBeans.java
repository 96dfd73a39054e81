package io.serai.sandbox.expedia.night;

import io.serai.sandbox.expedia.property.Hotels;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the nights together. */
public class NightBeans {

    @Bean
    Nights nights(JdbcTemplate jdbc) {
        return new Nights(jdbc);
    }

    @Bean
    NightWriter nightWriter(JdbcTemplate jdbc) {
        return new NightWriter(jdbc);
    }

    @Bean
    RouterFunction<ServerResponse> gridControl(Hotels hotels, Nights nights) {
        return new GridControl(hotels, nights).routes();
    }
}
