package io.serai.payment.gateway;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateways that cards are charged through.
 *
 * @param gateway the name of the one of hotels that name none of their own; empty: they have none
 * @param gateways by name; {@code hotels.payment_gateway} names one of them
 * @param deadline how long a gateway may take to answer
 */
@ConfigurationProperties("serai.payments")
record GatewaySettings(
        @DefaultValue("") String gateway,
        @DefaultValue Map<String, Account> gateways,
        @DefaultValue("30s") Duration deadline) {

    /** Whose form a gateway's calls have. */
    enum Kind {
        SANDBOX,
        STRIPE
    }

    /**
     * An account at a gateway.
     *
     * @param url its base address
     * @param key its secret key
     * @param live whether a key that moves real money may be used; without it only test keys are
     * @param version of its interface that is asked for, where it has several; empty: the account's
     */
    record Account(
            Kind kind,
            String url,
            @DefaultValue("") String key,
            @DefaultValue("false") boolean live,
            @DefaultValue("") String version) {

        @Override
        public String toString() {
            return kind + " at " + url;
        }
    }
}
