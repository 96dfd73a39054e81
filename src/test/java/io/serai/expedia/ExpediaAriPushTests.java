package io.serai.expedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.channel.account.AccountStopped;
import io.serai.testing.ChannelStandIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ExpediaRoutes
class ExpediaAriPushTests {

    private static final String ROOM_AND_RATE =
            """
            {"hotel": "650001", "currency": "EUR", "request": "ar", "target": "production", "updates": [
              {"id": 1, "room": "210001", "from": "2027-02-01", "to": "2027-02-14", "set": {"rooms": 7}},
              {"id": 2, "room": "210001", "rate": "330001", "from": "2027-02-01", "to": "2027-02-14", "set": {"price": {"2": "99.00"}, "cta": true}}]}
            """;

    @Autowired private ChannelStandIn channel;
    @Autowired private Ports ports;
    @Autowired private RoutesApp.Stopped stopped;

    @BeforeEach
    void forget() {
        channel.forget();
        ports.closeBreakers();
        stopped.accounts.clear();
    }

    @Test
    void sendsRoomsAndRatesAsOneUpdateWithTheSignInAsPlaceholders() {
        answers("<Success/>");

        PushAnswer answer = ports.push(ROOM_AND_RATE);

        assertThat(answer.outcome()).isEqualTo(Outcome.APPLIED);
        ChannelStandIn.Call call = channel.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/eqc/ar");
        assertThat(call.type()).startsWith("text/xml");
        assertThat(call.headers()).contains("Content-length").doesNotContain("Serai-Hotel");
        assertThat(call.body())
                .contains("username=\"{{credential:api_key}}\"", "totalInventoryAvailable=\"7\"")
                .containsOnlyOnce("<AvailRateUpdate>");
    }

    @Test
    void callsTheHostThatAConnectionNames() throws Exception {
        try (ChannelStandIn other = new ChannelStandIn().answers(200, answer("<Success/>"))) {
            var exchange = ports.call("ari-push", ROOM_AND_RATE, Map.of("baseUrl", other.url()));

            assertThat(Ports.answer(exchange).outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(other.calls()).hasSize(1);
            assertThat(channel.calls()).isEmpty();
        }
    }

    @Test
    void refusesTheNightAndTheFieldThatAWarningNamesAndHoldsTheRest() {
        answers(
                "<Success><Warning code='7021'>Rate 99.00 for 2027-02-03, rate plan 330001 is too"
                        + " low. Ref=[w-1]</Warning></Success>");

        PushAnswer answer = ports.push(ROOM_AND_RATE);

        LocalDate night = LocalDate.of(2027, 2, 3);
        assertThat(answer.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(answer.reference()).isEqualTo("w-1");
        assertThat(answer.items())
                .extracting(Item::update, Item::from, Item::to, Item::fields, Item::outcome)
                .containsExactly(tuple(2, night, night, List.of("price"), Meaning.REFUSED));
    }

    @ParameterizedTest
    @CsvSource({
        "7018, APPLIED, NOTE",
        "7022, APPLIED, NOTE",
        "7013, PARTLY, REFUSED",
        "7023, PARTLY, REFUSED"
    })
    void takesAWarningAsChannelYamlSays(String code, Outcome outcome, Meaning meaning) {
        answers(
                "<Success><Warning code='%s'>about room type 210001</Warning></Success>"
                        .formatted(code));

        PushAnswer answer = ports.push(ROOM_AND_RATE);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.items()).extracting(Item::outcome).containsOnly(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "3020, REFUSED, ISOLATE",
        "3090, BROKEN, BROKEN",
        "3103, BROKEN, BROKEN",
        "3107, REFUSED, SPLIT",
        "3145, BROKEN, BROKEN",
        "3202, BROKEN, BROKEN",
        "3210, LATER, LATER",
        "3405, REFUSED, SPLIT",
        "4007, LATER, LATER",
        "4100, REFUSED, REFUSED",
        "4206, LATER, LATER",
        "5000, LATER, LATER"
    })
    void takesAnErrorAsChannelYamlSays(String code, Outcome outcome, Meaning meaning) {
        answers("<Error code='%s'>No. Ref=[e-1]</Error>".formatted(code));

        PushAnswer answer = ports.push(ROOM_AND_RATE);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.items()).extracting(Item::outcome).containsOnly(meaning);
        assertThat(stopped.accounts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1001", "1003", "2002"})
    void stopsTheAccountThatIsNotLetIn(String code) {
        answers("<Error code='%s'>Not you.</Error>".formatted(code));

        PushAnswer answer = ports.push(ROOM_AND_RATE);

        assertThat(answer.outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(stopped.accounts).containsExactly(new AccountStopped(7, "Not you."));
    }

    @Test
    void knowsNothingAfterAnAnswerThatIsNoXml() {
        channel.answers(200, "text/html", "<html>maintenance</html>");

        assertThat(ports.push(ROOM_AND_RATE).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void keepsTheLadderOfAnErrorThatComesWithAServerFault() {
        channel.answers(500, answer("<Error code='4000'>Internal. Ref=[e-2]</Error>"));

        PushAnswer answer = ports.push(ROOM_AND_RATE);

        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(answer.items()).extracting(Item::code).containsExactly("4000");
    }

    private void answers(String content) {
        channel.answers(200, answer(content));
    }

    private static String answer(String content) {
        return "<AvailRateUpdateRS xmlns='http://www.expediaconnect.com/EQC/AR/2007/02'>"
                + content
                + "</AvailRateUpdateRS>";
    }
}
