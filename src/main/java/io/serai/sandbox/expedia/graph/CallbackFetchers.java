package io.serai.sandbox.expedia.graph;

import static io.serai.sandbox.expedia.graph.NotificationWiring.account;
import static io.serai.sandbox.expedia.graph.NotificationWiring.id;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;

/** Where notifications go, as GraphQL shows it and lets it be changed. */
final class CallbackFetchers {

    private final Callbacks callbacks;
    private final Rounds rounds;
    private final NotificationWiring operations;

    CallbackFetchers(Callbacks callbacks, Rounds rounds, NotificationWiring operations) {
        this.callbacks = callbacks;
        this.rounds = rounds;
        this.operations = operations;
    }

    void add() {
        operations.query("notificationProfile", this::profile);
        operations.mutation("createNotificationCallbackConfig", this::create);
        operations.mutation("updateNotificationCallbackConfig", this::update);
        operations.mutation("refreshNotificationCallbackConfigSecret", this::refresh);
        operations.mutation("deleteNotificationCallbackConfig", this::delete);
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
}
