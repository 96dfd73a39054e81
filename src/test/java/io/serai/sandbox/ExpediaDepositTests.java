package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpediaDepositTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();
    private static final String BOOKING = "\"when\": {\"type\": \"UPON_BOOKING\"}";
    private static final String ARRIVAL = "\"when\": {\"type\": \"UPON_ARRIVAL\"}";
    private static final String TENTH =
            "{\"type\": \"PERCENTAGE\", \"value\": 10, " + BOOKING + "}";
    private static final String REST = "{\"type\": \"REMAINDER\", " + ARRIVAL + "}";

    private final ExpediaHotel hotel = new ExpediaHotel(CHANNEL);

    @Test
    void keepsAPolicyUntilItIsRemoved() {
        assertThat(code(send("GET", null))).isEqualTo("404 3000");

        var made = send("PUT", usual(TENTH, REST));
        var changed = send("PUT", usual(TENTH));
        var read = send("GET", null);
        var removed = send("DELETE", null);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(read.body()).contains("\"PERCENTAGE\"").doesNotContain("REMAINDER");
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(code(send("DELETE", null))).isEqualTo("404 3000");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void namesTheRuleThatIsBroken(int code, String policy) {
        assertThat(code(send("PUT", policy))).isEqualTo("400 " + code);
    }

    static Stream<Arguments> broken() {
        String dates = "{\"startDate\": \"2030-07-01\", \"endDate\": \"2030-07-31\"}";
        return Stream.of(
                Arguments.of(3001, "{}"),
                Arguments.of(
                        3002, exceptions((exception(dates) + ",").repeat(4) + exception(dates))),
                Arguments.of(3003, exceptions(exception("{\"endDate\": \"2030-07-31\"}"))),
                Arguments.of(3004, exceptions(exception("{\"startDate\": \"2030-07-31\"}"))),
                Arguments.of(
                        3005,
                        exceptions(
                                exception(
                                        "{\"startDate\": \"2030-07-02\", \"endDate\": \"2030-07-01\"}"))),
                Arguments.of(
                        3006,
                        exceptions(
                                exception(
                                        "{\"startDate\": \"2030-07-01\", \"endDate\": \"2030-07-02\", \"daysOfWeek\": [\"MON\", \"MON\"]}"))),
                Arguments.of(3007, "{\"exceptionPolicies\": [{\"payments\": [" + TENTH + "]}]}"),
                Arguments.of(3008, exceptions(exception((dates + ",").repeat(15) + dates))),
                Arguments.of(3009, exceptions(exception(dates + "," + dates))),
                Arguments.of(3010, usual()),
                Arguments.of(3011, usual("{\"value\": 1, " + BOOKING + "}")),
                Arguments.of(
                        3012,
                        usual(TENTH, "{\"type\": \"REMAINDER\", \"value\": 1, " + ARRIVAL + "}")),
                Arguments.of(3013, usual("{\"type\": \"AMOUNT\", " + BOOKING + "}")),
                Arguments.of(3014, usual("{\"type\": \"NIGHT\", \"value\": 0, " + BOOKING + "}")),
                Arguments.of(3015, usual("{\"type\": \"NIGHT\", \"value\": 1.5, " + BOOKING + "}")),
                Arguments.of(3016, usual("{\"type\": \"NIGHT\", \"value\": 1}")),
                Arguments.of(
                        3017,
                        usual(
                                "{\"type\": \"NIGHT\", \"value\": 1, \"when\": {\"type\": \"DAYS_PRIOR\"}}")),
                Arguments.of(
                        3018,
                        usual(
                                "{\"type\": \"NIGHT\", \"value\": 1, \"when\": {\"type\": \"UPON_BOOKING\", \"value\": 3}}")),
                Arguments.of(3019, usual("{\"type\": \"REMAINDER\", " + BOOKING + "}")),
                Arguments.of(
                        3020, usual(TENTH, "{\"type\": \"REMAINDER\", " + BOOKING + "}", TENTH)),
                Arguments.of(3021, usual(TENTH, TENTH, TENTH, TENTH, TENTH)),
                Arguments.of(
                        3022,
                        usual(TENTH, "{\"type\": \"PERCENTAGE\", \"value\": 91, " + ARRIVAL + "}")),
                Arguments.of(
                        3023,
                        usual(
                                "{\"type\": \"NIGHT\", \"value\": 1, " + BOOKING + "}",
                                "{\"type\": \"NIGHT\", \"value\": 1, " + ARRIVAL + "}")),
                Arguments.of(
                        3024,
                        usual(
                                "{\"type\": \"NIGHT\", \"value\": 1, \"when\": {\"type\": \"DAYS_PRIOR\", \"value\": 3}}",
                                TENTH)),
                Arguments.of(3025, usual("{\"type\": \"NIGHT\", \"value\": 1, " + ARRIVAL + "}")),
                Arguments.of(3026, usual(TENTH, TENTH, TENTH, TENTH)),
                Arguments.of(
                        3027, usual("{\"type\": \"AMOUNT\", \"value\": 1.505, " + BOOKING + "}")));
    }

    @Test
    void refusesAPolicyOfAHotelThatNeverCollects() {
        var merchant = new ExpediaHotel(CHANNEL, "", "");
        CHANNEL.control(
                "PUT",
                "/sandbox/hotels/" + merchant.id,
                "{\"name\": \"Merchant\", \"currency\": \"EUR\", \"accounts\": [\"%s\"], \"rooms\": []}"
                        .formatted(merchant.account));

        var refused =
                CHANNEL.send(
                        "PUT",
                        "/properties/" + merchant.id + "/depositPolicy",
                        usual(TENTH),
                        "Authorization",
                        signIn(merchant),
                        "Content-Type",
                        "application/json");

        assertThat(code(refused)).isEqualTo("400 3029");
    }

    private static String usual(String... payments) {
        return "{\"defaultPolicy\": {\"payments\": [" + String.join(",", payments) + "]}}";
    }

    private static String exceptions(String all) {
        return "{\"exceptionPolicies\": [" + all + "]}";
    }

    private static String exception(String dates) {
        return "{\"payments\": [" + TENTH + "], \"dateRanges\": [" + dates + "]}";
    }

    private HttpResponse<String> send(String method, String body) {
        return CHANNEL.send(
                method,
                "/properties/" + hotel.id + "/depositPolicy",
                body,
                "Authorization",
                signIn(hotel),
                "Content-Type",
                "application/json");
    }

    private static String signIn(ExpediaHotel hotel) {
        byte[] login = (hotel.account + ":open sesame").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private static String code(HttpResponse<String> answer) {
        return answer.statusCode() + " " + StandIn.json(answer.body()).at("/errors/0/code").asInt();
    }
}
