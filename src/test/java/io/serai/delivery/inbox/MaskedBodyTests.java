package io.serai.delivery.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parked messages as people see them. */
class MaskedBodyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"contact\":{\"first\":\"Anna\",\"last\":\"Meier\"}}",
                "{\"first\":\"Anna\",\"last\":\"Meier\"}",
                "{\"given\":\"Anna\",\"surName\":\"Meier\"}",
                "{\"persons\":[{\"a\":\"Anna\"},{\"b\":\"Meier\"}]}",
                "{\"cardHolder\":\"Anna\",\"dateOfBirth\":\"Meier\"}",
                "{\"passportNumber\":\"Anna\",\"nationality\":\"Meier\"}",
                "<Booking FamilyPart='Meier'><Contact><A>Anna</A></Contact></Booking>"
            })
    void showsNobody(String body) {
        assertThat(MaskedBody.of(body)).doesNotContain("Anna", "Meier").contains("… (");
    }

    @Test
    void showsCodesDatesAndAmounts() {
        String shown =
                MaskedBody.of(
                        "{\"number\":\"77\",\"arrival\":\"2027-02-01\",\"total\":\"133.50\"}");

        assertThat(shown).contains("77", "2027-02-01", "133.50");
    }
}
