package io.serai.sandbox.expedia.graph;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.property.Account;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where notifications go, as GraphQL shows it and lets it be changed. */
final class CallbackFetchers {

    private static final List<Map<String, Object>> EVENTS =
            List.of(
                    Map.of(
                            "name",
                            Notification.RESERVATION,
                            "description",
                            "A reservation was booked, changed or cancelled"));

    private final Callbacks callbacks;
    private final Undelivered undelivered;
    private final Postman postman;
    private final Rounds rounds;
    private final Limits limits;

    CallbackFetchers(
            Callbacks callbacks,
            Undelivered undelivered,
            Postman postman,
            Rounds rounds,
            Limits limits) {
        this.callbacks = callbacks;
        this.limits = limits;
        this.undelivered = undelivered;
        this.postman = postman;
        this.rounds = rounds;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        add(wiring, "Query", "notificationProfile", this::profile);
        add(wiring, "Query", "notificationEventTypes", env -> EVENTS);
        add(wiring, "Query", "undeliveredNotifications", this::undelivered);
        add(wiring, "Mutation", "createNotificationCallbackConfig", this::create);
        add(wiring, "Mutation", "updateNotificationCallbackConfig", this::update);
        add(wiring, "Mutation", "refreshNotificationCallbackConfigSecret", this::refresh);
        add(wiring, "Mutation", "deleteNotificationCallbackConfig", this::delete);
        add(wiring, "Mutation", "subscribeNotificationEventType", this::subscribe);
        add(wiring, "Mutation", "unsubscribeNotificationEventType", this::unsubscribe);
        add(wiring, "Mutation", "sendTestNotification", this::test);
    }

    private void add(
            RuntimeWiring.Builder wiring, String type, String name, DataFetcher<Object> operation) {
        DataFetcher<Object> limited =
                env -> {
                    limits.operation(account(env), Limits.Kind.NOTIFICATIONS);
                    return operation.get(env);
                };
        wiring.type(type, of -> of.dataFetcher(name, limited));
    }

    private Object profile(DataFetchingEnvironment env) {
        var account = account(env);
        var subscriptions =
                callbacks.events(account).stream()
                        .map(
                                event ->
                                        Map.of(
                                                "eventType",
                                                event,
                                                "callbackConfig",
                                                CallbackView.of(
                                                        callbacks
                                                                .subscribed(account, event)
                                                                .orElseThrow())))
                        .toList();
        return Map.of(
                "callbackConfigs",
                callbacks.of(account).stream().map(CallbackView::of).toList(),
                "subscriptions",
                List.of(
                        Map.of(
                                "product",
                                "RESERVATIONS",
                                "eventTypeSubscriptions",
                                subscriptions)));
    }

    private Object create(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        var callback =
                callbacks.create(
                        account(env),
                        String.valueOf(input.get("callbackUrl")),
                        String.valueOf(input.get("apiKey")),
                        (Integer) input.get("requestTimeoutSeconds"),
                        String.valueOf(input.get("contactEmail")));
        rounds.greet(callback);
        return Map.of("callbackConfig", CallbackView.of(callback), "secret", callback.secret());
    }

    private Object update(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        return Map.of(
                "callbackConfig",
                CallbackView.of(callbacks.update(account(env), id(input), input)));
    }

    private Object refresh(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        var keeps = (Boolean) input.get("keepExistingSecretActive");
        var callback = callbacks.refresh(account(env), id(input), keeps);
        var shown = CallbackView.of(callback);
        shown.put("callbackConfigId", callback.id().toString());
        shown.put("secret", callback.secret());
        return shown;
    }

    private Object delete(DataFetchingEnvironment env) {
        var id = id(env.getArgument("input"));
        callbacks.delete(account(env), id);
        return Map.of("callbackConfigId", id);
    }

    private Object subscribe(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        var event = event(input);
        var callback = callbacks.get(account(env), id(input));
        callbacks.subscribe(account(env), event, callback);
        return Map.of("eventType", event, "callbackConfig", CallbackView.of(callback));
    }

    private Object unsubscribe(DataFetchingEnvironment env) {
        var event = event(env.getArgument("input"));
        callbacks.unsubscribe(account(env), event);
        return Map.of("eventType", event);
    }

    private Object test(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        var callback =
                callbacks
                        .subscribed(account(env), event(input))
                        .orElseThrow(() -> Refused.input("nobody subscribes to " + event(input)));
        try {
            var status =
                    postman.post(
                            callback,
                            Notification.envelope(
                                    event(input),
                                    Instant.now(),
                                    UUID.randomUUID(),
                                    input.get("payload")));
            return Map.of(
                    "outcome", status / 100 == 2 ? "SUCCESS" : "FAILURE", "httpStatusCode", status);
        } catch (IOException noAnswer) {
            return Map.of(
                    "outcome",
                    "FAILURE",
                    "error",
                    Map.of("code", "NO_ANSWER", "message", "the callback did not answer"));
        }
    }

    private Object undelivered(DataFetchingEnvironment env) {
        Map<String, Object> filters = env.getArgument("filters");
        @Nullable String cursor = env.getArgument("cursor");
        @SuppressWarnings("unchecked")
        var times = (Map<String, Object>) filters.get("creationDateTime");
        return undelivered.page(
                account(env),
                (Integer) env.getArgument("limit"),
                cursor == null || cursor.isEmpty() ? 0 : Integer.parseInt(cursor),
                (String) filters.get("eventType"),
                times == null ? null : (OffsetDateTime) times.get("from"),
                times == null ? null : (OffsetDateTime) times.get("to"));
    }

    private static String account(DataFetchingEnvironment env) {
        Account account = env.getGraphQlContext().get(Account.class);
        return account.name();
    }

    private static String id(Map<String, Object> input) {
        return String.valueOf(input.get("callbackConfigId"));
    }

    private static String event(Map<String, Object> input) {
        var event = String.valueOf(input.get("eventType"));
        if (EVENTS.stream().noneMatch(known -> known.get("name").equals(event))) {
            throw Refused.input("event type '" + event + "' is not known");
        }
        return event;
    }
}
