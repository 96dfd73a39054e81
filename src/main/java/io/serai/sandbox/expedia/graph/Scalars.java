package io.serai.sandbox.expedia.graph;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The schema's own scalars: all of them texts, read into what they mean and written as text. */
final class Scalars {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private Scalars() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        wiring.scalar(scalar("LocalDate", LocalDate::parse))
                .scalar(scalar("Date", LocalDate::parse))
                .scalar(scalar("LocalDateTime", LocalDateTime::parse))
                .scalar(scalar("DateTime", OffsetDateTime::parse))
                .scalar(scalar("ZoneDateTime", OffsetDateTime::parse))
                .scalar(scalar("Decimal", BigDecimal::new))
                .scalar(scalar("CurrencyCode", text -> matching(CURRENCY, text)))
                .scalar(scalar("CountryCode", text -> matching(COUNTRY, text)))
                .scalar(scalar("EmailAddress", text -> matching(MAIL, text)))
                .scalar(scalar("Url", Scalars::address))
                .scalar(GraphQLScalarType.newScalar(ExtendedScalars.Json).build());
    }

    private static GraphQLScalarType scalar(String name, Function<String, Object> reading) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Text(name, reading)).build();
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("expected " + form);
        }
        return text;
    }

    private static String address(String text) {
        if (!URI.create(text).isAbsolute()) {
            throw new IllegalArgumentException("expected an absolute address");
        }
        return text;
    }

    private record Text(String name, Function<String, Object> reading)
            implements Coercing<Object, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return reading.apply(input.toString());
            } catch (RuntimeException wrong) {
                throw new CoercingParseValueException(words(input), wrong);
            }
        }

        @Override
        public Object parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            var text = literal(input);
            try {
                return reading.apply(text);
            } catch (RuntimeException wrong) {
                throw new CoercingParseLiteralException(words(text), wrong);
            }
        }

        private String literal(Value<?> input) {
            if (input instanceof StringValue string) {
                return string.getValue();
            }
            if (input instanceof FloatValue number) {
                return number.getValue().toPlainString();
            }
            if (input instanceof IntValue number) {
                return number.getValue().toString();
            }
            throw new CoercingParseLiteralException(words(input));
        }

        private String words(Object met) {
            return "'" + met + "' is no " + name;
        }
    }
}
