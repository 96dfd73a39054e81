package io.serai.sandbox.expedia.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.SimpleDataFetcherExceptionHandler;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.serai.sandbox.expedia.property.Account;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** One GraphQL schema and what stands behind it. */
final class GraphqlEngine {

    private final GraphQL graphql;

    /**
     * @param schema the schema's file beside the stand-in's others
     * @param wiring what fetches its fields; the scalars are added
     */
    GraphqlEngine(String schema, RuntimeWiring.Builder wiring) {
        Scalars.addTo(wiring);
        this.graphql =
                GraphQL.newGraphQL(
                                new SchemaGenerator()
                                        .makeExecutableSchema(read(schema), wiring.build()))
                        .defaultDataFetcherExceptionHandler(new Refusals())
                        .build();
    }

    /** Answers a question as the channel does: data, errors, or both. */
    Map<String, Object> answer(Question question, Account account) {
        return graphql.execute(
                        ExecutionInput.newExecutionInput(question.query())
                                .variables(question.variables())
                                .operationName(question.operationName())
                                .graphQLContext(Map.of(Account.class, account))
                                .build())
                .toSpecification();
    }

    private static graphql.schema.idl.TypeDefinitionRegistry read(String schema) {
        var path = "/sandbox/expedia/" + schema;
        try (var text =
                new InputStreamReader(
                        Objects.requireNonNull(GraphqlEngine.class.getResourceAsStream(path), path),
                        UTF_8)) {
            return new SchemaParser().parse(text);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": not readable", e);
        }
    }

    /** Words a refusal as an error of its field. */
    private static final class Refusals implements DataFetcherExceptionHandler {

        private final DataFetcherExceptionHandler others = new SimpleDataFetcherExceptionHandler();

        @Override
        public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
                DataFetcherExceptionHandlerParameters met) {
            if (!(met.getException() instanceof Refused refused)) {
                return others.handleException(met);
            }
            return CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult(
                                    GraphqlErrorBuilder.newError(met.getDataFetchingEnvironment())
                                            .message("%s", refused.getMessage())
                                            .extensions(Map.of("code", refused.code()))
                                            .build())
                            .build());
        }
    }
}
