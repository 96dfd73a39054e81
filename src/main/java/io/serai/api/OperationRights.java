package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.access.Right;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What each operation of the contract asks of its caller: its {@code x-right}; where it names none,
 * {@link Right#READ} to GET, and {@link Right#OPERATE} for all else.
 */
@Component
class OperationRights {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private final Map<String, Right> named = new TreeMap<>();

    /**
     * @throws IllegalArgumentException where the contract names a right that there is not
     */
    OperationRights(OpenApiDocument contract) {
        for (JsonNode path : contract.document().path("paths")) {
            for (JsonNode operation : path) {
                if (operation.hasNonNull("x-right")) {
                    named.put(
                            operation.path("operationId").asText(),
                            Right.of(operation.path("x-right").asText()));
                }
            }
        }
    }

    /**
     * The right that a request needs.
     *
     * @param operation the id of its route; null where it is not known
     */
    Right needed(@Nullable String operation, String method) {
        Right usual = LOOKING.contains(method) ? Right.READ : Right.OPERATE;
        return operation == null ? usual : named.getOrDefault(operation, usual);
    }
}
