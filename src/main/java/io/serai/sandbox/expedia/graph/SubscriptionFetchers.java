package io.serai.sandbox.expedia.graph;

import static io.serai.sandbox.expedia.graph.NotificationWiring.account;
import static io.serai.sandbox.expedia.graph.NotificationWiring.id;

import graphql.schema.DataFetchingEnvironment;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which notifications go to a callback, one for a trial, and those that reached none. */
final class SubscriptionFetchers {

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
    private final NotificationWiring operations;

    SubscriptionFetchers(
            Callbacks callbacks,
            Undelivered undelivered,
            Postman postman,
            NotificationWiring operations) {
        this.callbacks = callbacks;
        this.undelivered = undelivered;
        this.postman = postman;
        this.operations = operations;
    }

    void add() {
        operations.query("notificationEventTypes", env -> EVENTS);
        operations.query("undeliveredNotifications", this::undelivered);
        operations.mutation("subscribeNotificationEventType", this::subscribe);
        operations.mutation("unsubscribeNotificationEventType", this::unsubscribe);
        operations.mutation("sendTestNotification", this::test);
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

    private static String event(Map<String, Object> input) {
        var event = String.valueOf(input.get("eventType"));
        if (EVENTS.stream().noneMatch(known -> known.get("name").equals(event))) {
            throw Refused.input("event type '" + event + "' is not known");
        }
        return event;
    }
}
