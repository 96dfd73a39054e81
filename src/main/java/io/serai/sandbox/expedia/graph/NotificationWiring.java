package io.serai.sandbox.expedia.graph;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.serai.sandbox.expedia.property.Account;
import java.util.Map;

/** Where the operations about notifications are added, each within the limit of their kind. */
record NotificationWiring(RuntimeWiring.Builder wiring, Limits limits) {

    void query(String name, DataFetcher<Object> operation) {
        add("Query", name, operation);
    }

    void mutation(String name, DataFetcher<Object> operation) {
        add("Mutation", name, operation);
    }

    private void add(String type, String name, DataFetcher<Object> operation) {
        DataFetcher<Object> limited =
                env -> {
                    limits.operation(account(env), Limits.Kind.NOTIFICATIONS);
                    return operation.get(env);
                };
        wiring.type(type, of -> of.dataFetcher(name, limited));
    }

    /** Who asks. */
    static String account(DataFetchingEnvironment env) {
        Account account = env.getGraphQlContext().get(Account.class);
        return account.name();
    }

    /** Which callback an operation is about. */
    static String id(Map<String, Object> input) {
        return String.valueOf(input.get("callbackConfigId"));
    }
}
