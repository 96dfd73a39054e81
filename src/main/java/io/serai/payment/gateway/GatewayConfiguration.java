package io.serai.payment.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.wire.Wire;
import io.serai.vault.CardFilling;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the gateways together. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    Gateways gateways(
            GatewaySettings settings,
            Wire wire,
            CardFilling cards,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock) {
        return new Gateways(
                settings, new GatewayWire(wire, cards, jdbc, settings.deadline(), clock), json);
    }
}
