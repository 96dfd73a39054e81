package io.serai.sandbox.expedia.graph;

import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.booking.Bookings;
import io.serai.sandbox.expedia.booking.Guests;
import io.serai.sandbox.expedia.booking.Transactions;
import io.serai.sandbox.expedia.property.Accounts;
import io.serai.sandbox.expedia.property.Hotels;
import io.serai.sandbox.wire.Answer;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.Gate;
import io.serai.sandbox.wire.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts OAuth, GraphQL and notifications together. */
public class GraphBeans {

    private static final String BEARER = "Bearer ";
    private static final String SETTINGS = "sandbox.expedia.graph.";
    private static final int CARRIERS = 4;

    /** An error of RFC 6749. */
    private static final Dialect OAUTH =
            (refusal, ruid) ->
                    Answer.json(
                            refusal.status(),
                            refusal.code().isEmpty()
                                    ? ""
                                    : Json.write(
                                            Map.of(
                                                    "error",
                                                    refusal.code(),
                                                    "error_description",
                                                    refusal.words())));

    @Bean
    GraphTokens graphTokens(JdbcClient jdbc, Clock clock, Environment settings) {
        return new GraphTokens(
                jdbc, clock, time(settings, "token-life"), number(settings, "tokens"));
    }

    @Bean
    Gate bearerSignIn(GraphTokens tokens) {
        return authorization ->
                authorization.startsWith(BEARER)
                        ? tokens.holderOf(authorization.substring(BEARER.length()).strip())
                        : Optional.empty();
    }

    @Bean
    Face tokenFace(Accounts accounts, GraphTokens tokens) {
        return new Face(
                "POST",
                "/identity/oauth2/v3/token",
                Demands.EXCHANGE,
                OAUTH,
                new OAuthFace(accounts, tokens));
    }

    @Bean
    Callbacks callbacks(JdbcClient jdbc, Clock clock, Environment settings) {
        return new Callbacks(jdbc, clock, time(settings, "secret-life"));
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            Transactions transactions,
            Environment settings) {
        return new Outbox(jdbc, transaction, clock, transactions, time(settings, "first-retry"));
    }

    @Bean
    Rounds rounds(Outbox outbox, Callbacks callbacks, Postman postman, Environment settings) {
        return new Rounds(
                outbox,
                callbacks,
                postman,
                Executors.newFixedThreadPool(CARRIERS),
                time(settings, "tick"));
    }

    @Bean
    Postman postman(Clock clock) {
        return new Postman(clock);
    }

    @Bean
    Limits limits(Environment settings) {
        return new Limits(
                number(settings, "limits.calls"),
                Map.of(
                        Limits.Kind.RESERVATIONS, number(settings, "limits.reservations"),
                        Limits.Kind.UPDATES, number(settings, "limits.updates"),
                        Limits.Kind.NOTIFICATIONS, number(settings, "limits.notifications"),
                        Limits.Kind.PRODUCTS, number(settings, "limits.products"),
                        Limits.Kind.PAYMENTS, number(settings, "limits.payments")));
    }

    @Bean
    Instruments instruments(JdbcClient jdbc, Clock clock) {
        return new Instruments(jdbc, clock);
    }

    @Bean
    Face lodgingFace(
            Hotels hotels,
            Bookings bookings,
            Instruments instruments,
            Outbox outbox,
            Callbacks callbacks,
            Postman postman,
            Rounds rounds,
            Limits limits,
            Accounts accounts,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        var reconciliations = new Reconciliations(jdbc);
        var view = new ReservationView(clock, instruments, reconciliations);
        var wiring = RuntimeWiring.newRuntimeWiring();
        new ReservationFetchers(hotels, new ReservationQuery(bookings, view, clock), limits)
                .addTo(wiring);
        new ActionFetchers(
                        hotels, bookings, view, reconciliations, outbox, limits, transaction, clock)
                .addTo(wiring);
        var notifications = new NotificationWiring(wiring, limits);
        new CallbackFetchers(callbacks, rounds, notifications).add();
        new SubscriptionFetchers(callbacks, new Undelivered(jdbc), postman, notifications).add();
        var granted = new Granted(hotels);
        Supplier<Long> numbers =
                () -> jdbc.sql("select nextval('expedia_number')").query(Long.class).single();
        new UnitFetchers(granted, hotels, numbers, limits, transaction).addTo(wiring);
        new SpaceFetchers(granted, hotels, limits, transaction).addTo(wiring);
        var policies = new CancelPolicies(jdbc);
        new CancelPolicyFetchers(granted, policies, limits, transaction).addTo(wiring);
        new RatePlanFetchers(granted, hotels, policies, numbers, limits, transaction).addTo(wiring);
        return face("lodging", "/supply/lodging/graphql", wiring, accounts, limits);
    }

    @Bean
    Face paymentFace(
            Hotels hotels,
            Bookings bookings,
            Instruments instruments,
            Limits limits,
            Accounts accounts) {
        var wiring = RuntimeWiring.newRuntimeWiring();
        new PaymentFetchers(instruments, bookings, hotels, limits).addTo(wiring);
        return face("payments", "/supply/payments/graphql", wiring, accounts, limits);
    }

    @Bean
    Face testDataFace(
            Hotels hotels,
            Bookings bookings,
            Guests guests,
            Limits limits,
            Accounts accounts,
            Clock clock) {
        var wiring = RuntimeWiring.newRuntimeWiring();
        new TestDataFetchers(hotels, bookings, guests, clock).addTo(wiring);
        return face("lodging-sandbox", "/supply/lodging-sandbox/graphql", wiring, accounts, limits);
    }

    private static Face face(
            String schema,
            String path,
            RuntimeWiring.Builder wiring,
            Accounts accounts,
            Limits limits) {
        return new Face(
                "POST",
                path,
                GraphqlFace.BEARER,
                GraphqlFace.DIALECT,
                new GraphqlFace(new GraphqlEngine(schema + ".graphqls", wiring), accounts, limits));
    }

    private static Duration time(Environment settings, String name) {
        return settings.getRequiredProperty(SETTINGS + name, Duration.class);
    }

    private static int number(Environment settings, String name) {
        return settings.getRequiredProperty(SETTINGS + name, Integer.class);
    }
}
