package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.console.access.Right;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What each operation of the contract asks of its caller: its {@code x-right}; where it names none,
 * {@link Right#READ} to GET, and {@link Right#OPERATE} for all else; where it is {@code of-action},
 * what the action takes that the path names.
 */
@Component
class OperationRights {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private static final String OF_ACTION = "of-action";

    private final Map<String, Right> named = new TreeMap<>();
    private final Set<String> ofAction = new TreeSet<>();

    /**
     * @throws IllegalArgumentException where the contract names a right that there is not
     */
    OperationRights(OpenApiDocument contract) {
        for (JsonNode path : contract.document().path("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").asText();
                String right = operation.path("x-right").asText("");
                if (right.equals(OF_ACTION)) {
                    ofAction.add(id);
                } else if (!right.isEmpty()) {
                    named.put(id, Right.of(right));
                }
            }
        }
    }

    /**
     * The right that a request needs.
     *
     * @param operation the id of its route; null where it is not known
     * @param action that its path names; null where it names none
     */
    Right needed(@Nullable String operation, String method, @Nullable String action) {
        if (operation != null && action != null && ofAction.contains(operation)) {
            return Right.toHaveDone(action);
        }
        Right usual = LOOKING.contains(method) ? Right.READ : Right.OPERATE;
        return operation == null ? usual : named.getOrDefault(operation, usual);
    }
}
