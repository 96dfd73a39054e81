package io.serai.console.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionFormTests {

    private final ActionForm form =
            new ActionForm(
                    json(
                            """
                            {"required": ["reason"], "properties": {
                              "reason": {"enum": ["guest", "service"]},
                              "waived": {"type": "boolean", "title": "Waive the fee"},
                              "price": {"type": "string"},
                              "nights": {"type": "array", "items": {"properties": {
                                "night": {"type": "string", "format": "date"}, "price": {"type": "string"}}}}}}"""));

    @Test
    void asksForWhatTheSchemaNeedsAndBeginsWithHowTheBookingStands() {
        List<ActionField> fields =
                form.fields(
                        json("{\"nights\": [{\"night\": \"2030-05-03\", \"price\": \"80.00\"}]}"));

        assertThat(fields)
                .extracting(ActionField::label, ActionField::kind, ActionField::required)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Reason", "choice", true),
                        org.assertj.core.groups.Tuple.tuple("Waive the fee", "yes", false),
                        org.assertj.core.groups.Tuple.tuple("Price", "text", false),
                        org.assertj.core.groups.Tuple.tuple("Nights", "rows", false));
        assertThat(fields.get(3).rows().get(0))
                .extracting(ActionField::name, ActionField::kind, ActionField::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("nights.0.night", "date", "2030-05-03"),
                        org.assertj.core.groups.Tuple.tuple("nights.0.price", "text", "80.00"));
        assertThat(fields.get(3).rows()).hasSize(3);
    }

    @Test
    void saysByItsLabelsWhatCannotBeTaken() {
        JsonNode needs =
                json(
                        """
                        {"properties": {"reason": {}, "price": {"title": "New price", "description": "decimal"},
                          "nights": {"items": {"properties": {"price": {"type": "string"}}}}}}""");
        ActionFaults faults =
                new ActionFaults(needs, Map.of("price", "cheap", "nights.0.price", "free"));

        assertThat(faults.words("/price: does not match the regex pattern ^[0-9]+$"))
                .isEqualTo("“cheap” cannot be “New price”: decimal");
        assertThat(
                        faults.words(
                                "/nights/0/price: too short; request: required property 'reason' not found"))
                .isEqualTo("“free” cannot be “Price”. “Reason” is missing: enter it");
        assertThat(faults.words("nothing is left to refund"))
                .isEqualTo("Nothing is left to refund");
    }

    @Test
    void readsWhatWasEnteredAndLeavesOutWhatWasNot() {
        JsonNode wish =
                form.read(
                        Map.of(
                                "reason", "guest",
                                "waived", "true",
                                "price", " 133,50 ",
                                "nights.0.night", "2030-05-03",
                                "nights.0.price", "",
                                "nights.1.night", "2030-05-04",
                                "nights.1.price", "70",
                                "nights.2.night", "",
                                "nights.2.price", "",
                                "_csrf", "token"));

        assertThat(wish)
                .isEqualTo(
                        json(
                                "{\"reason\": \"guest\", \"waived\": true, \"price\": \"133.50\", \"nights\": [{\"night\": \"2030-05-04\", \"price\": \"70\"}]}"));
        assertThat(form.read(Map.of())).isEqualTo(json("{\"nights\": []}"));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
