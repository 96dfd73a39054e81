package io.serai.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The record of a reservation, its schema and what mappings make say the same. */
class ReservationContractTests {

    private static final JsonNode SCHEMA = schema();
    private static final JsonSchema CONTRACT =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SCHEMA);

    @ParameterizedTest
    @MethodSource("records")
    void namesTheSamePropertiesAsTheSchema(String name, Class<?> type) {
        var inSchema = SCHEMA.at("/$defs/" + name + "/properties").fieldNames();

        assertThat(inSchema)
                .toIterable()
                .containsExactlyElementsOf(
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("reservation", IncomingReservation.class),
                Arguments.of("booker", IncomingReservation.Booker.class),
                Arguments.of("payment", Payment.class),
                Arguments.of("card", Payment.Card.class),
                Arguments.of("room", IncomingReservation.Room.class),
                Arguments.of("penalty", IncomingReservation.Penalty.class),
                Arguments.of("roomNight", IncomingReservation.Night.class),
                Arguments.of("service", IncomingReservation.Service.class));
    }

    @ParameterizedTest
    @MethodSource("said")
    void readsAndWritesWhatTheSchemaAllows(String json) {
        var read = ReservationJson.read(json);

        assertThat(CONTRACT.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(CONTRACT.validate(ReservationJson.write(read), InputFormat.JSON)).isEmpty();
        assertThat(ReservationJson.read(ReservationJson.write(read))).isEqualTo(read);
    }

    static Stream<String> said() throws IOException {
        try (var files = Files.walk(Path.of("mappings"))) {
            var examples =
                    files.filter(
                                    file ->
                                            file.getFileName()
                                                    .toString()
                                                    .matches("reservation-in\\..*expected\\.json"))
                            .map(ReservationContractTests::text)
                            .toList();
            var own =
                    Stream.of(
                                    Message.booking("1")
                                            .card("card_0a1b2c3d4e5f6g7h8i9j0k1l2m_1111"),
                                    Message.booking("1").changed(),
                                    Message.cancellation("1"))
                            .map(message -> ReservationJson.write(message.at("777001")));
            return Stream.concat(own, examples.stream()).toList().stream();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'number':'1','kind':'new','hotel':'7','rooms':[]}",
                "{'number':'1','kind':'new','hotel':'7','rooms':[{'index':'1','room':'9','nights':[]}]}",
                "{'number':'1','kind':'new','rooms':[{'index':'1','room':'9','nights':[{'night':'2027-01-01'}]}]}",
                "{'number':'1','kind':'maybe'}",
                "{'number':' ','kind':'cancel'}",
                "{'number':'1','kind':'cancel','total':'12,50'}",
                "{'number':'1','kind':'cancel','surprise':true}",
                "{'number':'1','kind':'cancel','booker':{'surname':{'Lovelace':1}}}"
            })
    void refusesWhatTheSchemaRefusesAndQuotesNobody(String told) {
        var json = told.replace('\'', '"');

        assertThat(CONTRACT.validate(json, InputFormat.JSON)).isNotEmpty();
        assertThatThrownBy(() -> ReservationJson.read(json))
                .isInstanceOf(UnreadableReservation.class)
                .message()
                .startsWith("/")
                .doesNotContain("Lovelace");
    }

    @Test
    void saysTheSameWhateverCardTimeReferenceAndQueueItCameWith() {
        var booking = Message.booking("1");
        var again = booking.changed().reference("other").created(null).card("card_1");

        assertThat(hash(again)).isEqualTo(hash(booking));
        assertThat(
                        List.of(
                                hash(booking.total("1.00")),
                                hash(booking.nights(0, 1)),
                                hash(Message.cancellation("1")),
                                hash(Message.booking("2"))))
                .doesNotContain(hash(booking))
                .doesNotHaveDuplicates();
    }

    @Test
    void saysTheSameInWhicheverOrderRoomsAndNightsCame() {
        var one = Message.room("1", "R1", "P1", 0, 2);
        var two = Message.room("2", "R1", "P1", 0, 2);
        var reversed =
                one.nights().stream().sorted((a, b) -> b.night().compareTo(a.night())).toList();
        var oneReversed =
                new IncomingReservation.Room(
                        "1",
                        "R1",
                        "Double",
                        null,
                        one.total(),
                        2,
                        0,
                        List.of(),
                        one.guest(),
                        one.remarks(),
                        List.of(),
                        reversed);

        assertThat(hash(Message.booking("1").rooms(two, oneReversed)))
                .isEqualTo(hash(Message.booking("1").rooms(one, two)));
    }

    private static String hash(Message message) {
        return ContentHash.of(message.at("777001")).hex();
    }

    private static JsonNode schema() {
        try {
            return ReservationJson.MAPPER.readTree(
                    Path.of("mappings/schema/reservation.json").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
