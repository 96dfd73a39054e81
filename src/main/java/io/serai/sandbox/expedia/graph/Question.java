package io.serai.sandbox.expedia.graph;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a client asks by GraphQL. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Question(
        @Nullable String query, Map<String, Object> variables, @Nullable String operationName) {

    Question {
        variables = Objects.requireNonNullElse(variables, Map.of());
    }
}
