package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.delivery.ConnectionSetting;
import io.serai.delivery.ConnectionSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is chosen for a connection beside its terms. */
@Component("apiConnectionSettings")
public class ApiConnectionSettings {

    private final CalledConnections called;
    private final ConnectionSettings settings;

    ApiConnectionSettings(CalledConnections called, ConnectionSettings settings) {
        this.called = called;
        this.settings = settings;
    }

    /** What people call it, and all that may be chosen. */
    public record Chosen(String name, List<ConnectionSetting> settings) {}

    /** All that may be chosen, with what is. */
    public Chosen show(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return called.at(
                caller,
                id,
                (session, connection) ->
                        new Chosen(connection.name(), settings.of(session, connection)));
    }

    /** Changes what the body names; what is sent is compared again. */
    public Chosen change(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, Set.of("name", "settings"));
        String name = form.text("name");
        Map<String, @Nullable String> named = named(form, body);
        called.at(
                caller,
                id,
                (session, connection) -> {
                    settings.change(session, connection, name, named);
                    return true;
                });
        return show(caller, id);
    }

    private static Map<String, @Nullable String> named(Form form, @Nullable ObjectNode body) {
        Map<String, @Nullable String> named = new HashMap<>();
        JsonNode said = body == null ? null : body.get("settings");
        if (said == null) {
            return named;
        }
        if (!said.isObject()) {
            throw form.refusal("settings", said.toString(), "an object of texts, or nulls");
        }
        said.properties()
                .forEach(
                        each -> {
                            if (!each.getValue().isTextual() && !each.getValue().isNull()) {
                                throw form.refusal(
                                        "settings." + each.getKey(),
                                        each.getValue().toString(),
                                        "a text, or null");
                            }
                            named.put(each.getKey(), each.getValue().textValue());
                        });
        return named;
    }
}
