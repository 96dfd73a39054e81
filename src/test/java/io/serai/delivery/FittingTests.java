package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.serai.ari.Batch;
import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.Folding;
import io.serai.ari.PriceTerms;
import io.serai.ari.Pricing;
import io.serai.ari.Range;
import io.serai.ari.Remote;
import io.serai.ari.Terms;
import io.serai.channel.Channel;
import io.serai.channel.PushRequest.Target;
import io.serai.channel.TestChannels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Messages as the real mappings write them, held against what a channel takes. */
class FittingTests {

    private static final int START = (int) LocalDate.of(2027, 1, 20).toEpochDay();
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .findAndAddModules()
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private static CamelContext camel;
    private static ProducerTemplate template;

    @BeforeContainer
    static void start() throws Exception {
        camel = new DefaultCamelContext();
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:expedia-ari-write")
                                .setVariable("request", simple("${bodyAs(String)}"))
                                .setBody(constant(null))
                                .to(
                                        "xslt-saxon:file:mappings/expedia/ar-out.xsl?failOnNullBody=false");
                    }
                });
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterContainer
    static void stop() {
        camel.stop();
    }

    @Property(tries = 6)
    void needsFewMessagesNoneOfThemTooLarge(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 8) int rates,
            @ForAll @IntRange(min = 1, max = 730) int nights,
            @ForAll @IntRange(min = 1, max = 200) int prices) {
        Connection connection = connection();
        Round round = round(connection, random, rates, nights, prices);
        long values = 0;
        int messages = 0;
        List<Range> all = new ArrayList<>();

        while (round.isOpen()) {
            Fitting.Fitted fitted = fit(connection, round);
            long size = written(fitted.body());
            assertThat(size).isLessThanOrEqualTo(99_500);
            assertThat(fitted.batch().values()).isLessThanOrEqualTo(5000);
            values += fitted.batch().values();
            all.addAll(fitted.batch().ranges());
            messages++;
        }

        long bytes = written(body(connection, new Batch("ar", all)));
        double fewest = Math.max(values / 5000.0, bytes / 99_500.0);
        assertThat(messages)
                .as("%d values, %d bytes", values, bytes)
                .isLessThanOrEqualTo((int) Math.ceil(1.1 * fewest));
    }

    private static Fitting.Fitted fit(Connection connection, Round round) {
        try {
            Batch message = round.messages().next();
            Fitting.Fitted fitted = new Fitting(template, JSON).fit(connection, message);
            if (fitted.rest() != null) {
                round.messages()
                        .putBack(
                                round.channel().request(fitted.rest().request()),
                                message,
                                fitted.rest());
            }
            return fitted;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Round round(
            Connection connection, Random random, int rates, int nights, int prices) {
        Folding folding = new Folding(connection.channel().definition());
        Remote room = remote(0, null);
        for (int night = 0; night < nights; night++) {
            Cell cell = Cell.empty(0).set(Field.ROOMS, random.nextInt(5));
            folding.add(terms(connection, room), START + night, cell);
        }
        for (int id = 1; id <= rates; id++) {
            Terms terms = terms(connection, remote(id, "33000" + id));
            for (int night = 0; night < nights; night++) {
                long price = 100_00 + 50L * random.nextInt(prices);
                Cell cell = Cell.empty(2).price(0, price).price(1, price + 20_00);
                folding.add(terms, START + night, cell.set(Field.MIN_ARRIVAL, 1 + id % 3));
            }
        }
        return Round.of(
                new Claim(1, 1),
                connection,
                new ArrayList<>(),
                new Messages(folding.batches(), new Pressing(), 24),
                50,
                false);
    }

    private static Terms terms(Connection connection, Remote remote) {
        return new Terms(connection.channel().definition(), remote, true);
    }

    private static Remote remote(int id, String rate) {
        return new Remote(
                id, "210001", rate, id, false, Pricing.OCCUPANCY, Pricing.OCCUPANCY, 2, 1);
    }

    private static Connection connection() {
        Channel expedia =
                TestChannels.real(
                                Map.of(
                                        "serai.channels.bookingcom.auth-url",
                                                "https://auth.invalid",
                                        "serai.channels.expedia.services-url", "https://s.invalid",
                                        "serai.channels.expedia.api-url", "https://a.invalid",
                                        "serai.channels.expedia.sandbox-api-url",
                                                "https://b.invalid"))
                        .find("expedia")
                        .orElseThrow();
        return new Connection(
                1,
                1,
                1,
                expedia,
                "650001",
                PriceTerms.same(Currency.getInstance("EUR")),
                false,
                false,
                ZoneOffset.UTC,
                730,
                null,
                Target.PRODUCTION);
    }

    private static String body(Connection connection, Batch batch) {
        try {
            return JSON.writeValueAsString(new PushMessage(connection).of(batch));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long written(String body) {
        String message =
                template.requestBody("direct:expedia-ari-write", (Object) body, String.class);
        return message.getBytes(StandardCharsets.UTF_8).length;
    }
}
