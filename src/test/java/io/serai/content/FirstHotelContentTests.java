package io.serai.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import io.serai.vault.Sealers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** What is read of a hotel's content: the hotel to look at, and one of whom nothing is written. */
class FirstHotelContentTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Database database;
    private static JdbcClient jdbc;
    private static ContentBook book;

    @BeforeAll
    static void open() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
        book = new ContentBook(new PlanParts(JSON), new PeopleSealed(Sealers.fresh()), JSON);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void saysNothingOfAHotelButWhatItsOwnRecordSays() {
        SampleHotel hotel = SampleHotel.another(database);

        Map<PartId, ObjectNode> parts = book.of(jdbc, hotel.id()).parts();

        assertThat(parts.keySet().stream().map(PartId::name))
                .containsExactlyInAnyOrder(
                        "property",
                        "descriptions",
                        "policies",
                        "facilities",
                        "contacts",
                        "charges",
                        "room:DBL",
                        "rate-plan:STD",
                        "product:DBL~STD");
        assertThat(part(parts, "room:DBL").toString())
                .isEqualTo(
                        "{\"code\":\"DBL\",\"name\":\"Garden Double\",\"rooms\":10,\"maxGuests\":2}");
        assertThat(part(parts, "policies").isEmpty()).isTrue();
    }

    @Test
    void writesTheHotelToLookAtInTheWordsOfTheContract() throws Exception {
        try (var connection = database.owner().getConnection()) {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("first-hotel.sql"));
        }
        int hotel =
                jdbc.sql("select id from hotels where code = 'quinta-do-mar'")
                        .query(Integer.class)
                        .single();

        Map<PartId, ObjectNode> parts = book.of(jdbc, hotel).parts();

        assertThat(parts).hasSize(6 + 5 + 3 + 14);
        assertThat(parts)
                .allSatisfy(
                        (part, content) ->
                                assertThat(faults(part, content)).as(part.name()).isEmpty());
        assertThat(part(parts, "rate-plan:NRF").path("cancellation").path("value").asText())
                .isEqualTo("100");
        assertThat(part(parts, "rate-plan:NRF").path("parent").asText()).isEqualTo("STD");
    }

    @Test
    void writesAFeeInTheHotelsCurrency() {
        SampleHotel hotel = SampleHotel.another(database);
        jdbc.sql(
                        """
                        with policy as (insert into cancellation_policies (hotel_id, code, name, free_until_hours, penalty, penalty_value)
                                        values (:hotel, 'FEE', 'A fee', 48, 'amount', 2550) returning id)
                        update rate_plans set cancellation_policy_id = (select id from policy) where hotel_id = :hotel
                        """)
                .param("hotel", hotel.id())
                .update();

        var plan = part(book.of(jdbc, hotel.id()).parts(), "rate-plan:STD");

        assertThat(plan.path("cancellation").toString())
                .isEqualTo(
                        "{\"code\":\"FEE\",\"name\":\"A fee\",\"freeUntilHours\":48,\"penalty\":\"amount\",\"value\":\"25.50\"}");
    }

    private static ObjectNode part(Map<PartId, ObjectNode> parts, String name) {
        return parts.entrySet().stream()
                .filter(each -> each.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(JsonNodeFactory.instance.objectNode());
    }

    private static List<String> faults(PartId part, ObjectNode content) {
        try {
            ObjectNode schema =
                    (ObjectNode)
                            JSON.readTree(
                                    Files.readString(
                                            Path.of("mappings", "schema", "content-push.json")));
            schema.put("$ref", "#/definitions/" + part.kind());
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(schema)
                    .validate(content)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
