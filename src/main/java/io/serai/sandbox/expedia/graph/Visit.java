package io.serai.sandbox.expedia.graph;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.serai.sandbox.expedia.property.Account;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One operation of one partner.
 *
 * @param account whose
 * @param arguments of the field
 */
record Visit(Account account, Map<String, Object> arguments) {

    static Visit of(DataFetchingEnvironment env) {
        return new Visit(env.getGraphQlContext().get(Account.class), env.getArguments());
    }

    /** What a mutation gets. */
    @SuppressWarnings("unchecked")
    Map<String, Object> input() {
        return (Map<String, Object>) arguments.getOrDefault("input", Map.of());
    }

    String text(String name) {
        return String.valueOf(input().get(name));
    }

    /** An operation within the limits, in a transaction of its own. */
    static DataFetcher<Object> to(
            Limits limits,
            Limits.Kind kind,
            TransactionTemplate transaction,
            Function<Visit, Object> operation) {
        return env -> {
            var visit = of(env);
            limits.operation(visit.account().name(), kind);
            return transaction.execute(status -> operation.apply(visit));
        };
    }
}
