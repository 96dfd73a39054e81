package io.serai.reservation.detail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.serai.reservation.IncomingReservation;
import org.junit.jupiter.api.Test;

/** What was said about a booking, as people see it on its page. */
class MaskedBodyTests {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
    private final MaskedBody masked = new MaskedBody(json);

    @Test
    void showsOfWhatAChannelToldNeitherPeopleNorPaymentAndCommission()
            throws JsonProcessingException {
        String told =
                """
                {"number": "77", "kind": "cancel", "commission": "18.25", "booker": {"surname": "Meier"},
                 "payment": {"collect": "channel", "method": "unknown", "amount": "120.75"}}
                """;

        String shown = masked.told(json.readValue(told, IncomingReservation.class));

        assertThat(shown).contains("\"number\" : \"77\"", "payment", "commission", "•••");
        assertThat(shown).doesNotContain("18.25", "120.75", "Meier");
    }

    @Test
    void showsOfWhatAChannelWasAskedNoAmount() throws JsonProcessingException {
        String asked = "{\"reason\": \"SERVICE\", \"amount\": \"60.50\", \"currency\": \"EUR\"}";

        String shown = masked.asked(json.readTree(asked));

        assertThat(shown).contains("SERVICE", "\"amount\" : \"•••\"").doesNotContain("60.50");
    }
}
