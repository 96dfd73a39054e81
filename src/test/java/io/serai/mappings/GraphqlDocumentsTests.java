package io.serai.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every question that a mapping's example asks by GraphQL fits the schema of the channel. */
class GraphqlDocumentsTests {

    private static final Path SCHEMAS = Path.of("src/main/resources/sandbox/expedia");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("questions")
    void asksOnlyForWhatTheSchemaHas(Path example) throws IOException {
        JsonNode question = JSON.readTree(example.toFile());
        String schema = example.toString().contains("graph-card") ? "payments" : "lodging";

        var errors =
                ParseAndValidate.validate(
                        schema(schema),
                        new graphql.parser.Parser().parseDocument(question.path("query").asText()),
                        Locale.ROOT);

        assertThat(errors).isEmpty();
    }

    static Stream<Path> questions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("mappings/expedia/examples"))) {
            return files
                    .filter(
                            file ->
                                    file.toString()
                                            .endsWith("-out." + caseOf(file) + ".expected.json"))
                    .filter(GraphqlDocumentsTests::asks)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String caseOf(Path file) {
        return file.getFileName().toString().split("\\.")[1];
    }

    private static boolean asks(Path file) {
        try {
            return JSON.readTree(file.toFile()).has("query");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static GraphQLSchema schema(String name) throws IOException {
        var types = new SchemaParser().parse(Files.readString(SCHEMAS.resolve(name + ".graphqls")));
        var wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(new MockedWiringFactory());
        types.scalars().keySet().stream()
                .filter(scalar -> !graphql.schema.idl.ScalarInfo.isGraphqlSpecifiedScalar(scalar))
                .forEach(scalar -> wiring.scalar(anything(scalar)));
        return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
    }

    private static GraphQLScalarType anything(String name) {
        return GraphQLScalarType.newScalar(graphql.scalars.ExtendedScalars.Json).name(name).build();
    }
}
