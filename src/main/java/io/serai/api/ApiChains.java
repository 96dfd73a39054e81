package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.access.Chains;
import io.serai.console.access.Chains.Chain;
import io.serai.console.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hotels that belong together: for admins of all hotels. */
@Component("apiChains")
public class ApiChains {

    private static final Set<String> NEW = Set.of("code", "name", "hotels");
    private static final Set<String> CHANGED = Set.of("name", "hotels");

    private final Chains chains;

    ApiChains(Chains chains) {
        this.chains = chains;
    }

    /** All, by name. */
    public Map<String, List<View>> list(@ExchangeProperty("caller") Caller caller) {
        return Map.of("chains", chains.all(caller.acting()).stream().map(View::of).toList());
    }

    /** Makes one. */
    public Answer add(@ExchangeProperty("caller") Caller caller, @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, NEW);
        List<Long> hotels = hotels(form);
        return Answer.of(
                201,
                View.of(
                        chains.add(
                                caller.acting(),
                                Objects.requireNonNullElse(form.text("code"), ""),
                                Objects.requireNonNullElse(form.text("name"), ""),
                                hotels == null ? List.of() : hotels)));
    }

    /** Changes what the body names; hotels are replaced as a whole. */
    public View change(
            @ExchangeProperty("caller") Caller caller,
            @Header("chain") String code,
            @Body @Nullable ObjectNode body) {
        Form form = Form.of(body, CHANGED);
        return View.of(chains.change(caller.acting(), code, form.text("name"), hotels(form), null));
    }

    /** Named as null: none. */
    private static @Nullable List<Long> hotels(Form form) {
        List<Long> named = form.list("hotels", "ids of hotels", element -> hotel(form, element));
        return named == null && form.names("hotels") ? List.of() : named;
    }

    private static Long hotel(Form form, JsonNode element) {
        if (!element.asText().matches("[0-9]{1,9}")) {
            throw form.refusal("hotels", element.toString(), "ids of hotels");
        }
        return Long.valueOf(element.asText());
    }

    /**
     * A chain as an admin sees it.
     *
     * @param roles what somebody is at it
     */
    public record View(String code, String name, List<String> hotels, List<String> roles) {

        static View of(Chain chain) {
            return new View(
                    chain.code(),
                    chain.name(),
                    chain.hotels().stream().map(String::valueOf).toList(),
                    chain.roles().stream().map(Role::word).sorted().toList());
        }
    }
}
