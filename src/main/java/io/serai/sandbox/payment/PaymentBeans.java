package io.serai.sandbox.payment;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.booking.PaidBookings;
import io.serai.sandbox.property.Hotels;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.Handler;
import io.serai.sandbox.wire.Json;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the Payments API and the gateways together. */
public class PaymentBeans {

    private static final String RESERVATION = "/connectivity-payments/reservations/{reservation}";
    private static final String PROPERTY = "/connectivity-payments/properties/{property}";

    @Bean
    Payouts payouts(PaidBookings bookings, JdbcClient jdbc) {
        return new Payouts(bookings, jdbc);
    }

    @Bean
    PayoutFaces payoutFaces(Hotels hotels, Payouts payouts, Clock clock) {
        return new PayoutFaces(hotels, payouts, clock);
    }

    @Bean
    Face payoutWhole(PayoutFaces faces) {
        return reading(RESERVATION, faces::whole);
    }

    @Bean
    Face payoutBreakdown(PayoutFaces faces) {
        return reading(RESERVATION + "/breakdown", faces::breakdown);
    }

    @Bean
    Face payoutTransfers(PayoutFaces faces) {
        return reading(RESERVATION + "/payout/bt", faces::transfers);
    }

    @Bean
    Face payoutCards(PayoutFaces faces) {
        return reading(RESERVATION + "/payout/vcc", faces::cards);
    }

    @Bean
    Face guestCardStatus(PayoutFaces faces) {
        return reading(RESERVATION + "/status", faces::status);
    }

    @Bean
    Face chargeableCards(PayoutFaces faces) {
        return reading(PROPERTY + "/chargeable-vccs", faces::chargeable);
    }

    @Bean
    Face refundableCards(PayoutFaces faces) {
        return reading(PROPERTY + "/refundable-vccs", faces::refundable);
    }

    /** The control face: what became of a booking's money. */
    @Bean
    RouterFunction<ServerResponse> payoutControl(Payouts payouts) {
        return route().PUT(
                        "/sandbox/hotels/{hotel}/bookings/{booking}/payment",
                        request -> {
                            payouts.put(
                                    Long.parseLong(request.pathVariable("booking")),
                                    Json.read(request.body(String.class), PayoutForm.class));
                            return ServerResponse.noContent().build();
                        })
                .build();
    }

    @Bean
    GatewayBook gatewayBook(JdbcClient jdbc, TransactionTemplate transaction) {
        return new GatewayBook(jdbc, transaction);
    }

    @Bean
    SandboxGatewayFaces sandboxGateway(Payouts payouts, GatewayBook book) {
        return new SandboxGatewayFaces(book, new Acquirer(payouts, book));
    }

    @Bean
    Face sandboxCharge(SandboxGatewayFaces faces) {
        return taking("/gateway/charges", "test_", faces::charge);
    }

    @Bean
    Face sandboxRefund(SandboxGatewayFaces faces) {
        return taking("/gateway/refunds", "test_", faces::refund);
    }

    @Bean
    Face sandboxLook(SandboxGatewayFaces faces) {
        return looking("/gateway/acts/{key}", "test_", faces::look);
    }

    @Bean
    StripeFaces stripe(Payouts payouts, GatewayBook book) {
        return new StripeFaces(book, new Acquirer(payouts, book));
    }

    @Bean
    Face stripeMethod(StripeFaces faces) {
        return taking("/stripe/v1/payment_methods", "sk_test_", faces::method);
    }

    @Bean
    Face stripeIntent(StripeFaces faces) {
        return taking("/stripe/v1/payment_intents", "sk_test_", faces::intent);
    }

    @Bean
    Face stripeRefund(StripeFaces faces) {
        return taking("/stripe/v1/refunds", "sk_test_", faces::refund);
    }

    @Bean
    Face stripeSearch(StripeFaces faces) {
        return looking("/stripe/v1/payment_intents/search", "sk_test_", faces::search);
    }

    @Bean
    Face stripeRefunds(StripeFaces faces) {
        return looking("/stripe/v1/refunds", "sk_test_", faces::refunds);
    }

    private static Face looking(String path, String key, Handler handler) {
        return new Face("GET", path, new GatewayDemands(key), Dialect.json(), handler);
    }

    private static Face taking(String path, String key, Handler handler) {
        return new Face("POST", path, new GatewayDemands(key), Dialect.json(), handler);
    }

    private static Face reading(String path, Handler handler) {
        return new Face("GET", path, new PayoutDemands(), Dialect.json(), handler);
    }
}
