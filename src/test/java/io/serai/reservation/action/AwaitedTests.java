package io.serai.reservation.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Action.Proof;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwaitedTests {

    private static final LocalDate NIGHT = LocalDate.of(2030, 5, 3);

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, cancelled, true",
        "CANCELLED, no-show, true",
        "CANCELLED, modified, false",
        "STAY, modified, true",
        "STAY, cancelled, false"
    })
    void isConfirmedByWhatTheReservationBecame(Proof proof, String status, boolean confirmed) {
        assertThat(awaited(proof, "{}", status, prices("80")).isConfirmed()).isEqualTo(confirmed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"checkout\": \"2030-05-04\"}; true",
                "{\"checkout\": \"2030-05-05\"}; false",
                "{\"price\": \"80.0\"}; true",
                "{\"price\": \"80.01\"}; false",
                "{\"checkout\": \"2030-05-04\", \"price\": \"79\"}; false",
                "{\"nights\": [{\"night\": \"2030-05-03\", \"price\": \"80\"}]}; true",
                "{\"nights\": [{\"night\": \"2030-05-03\", \"price\": \"70\"}]}; false",
                "{\"nights\": [{\"night\": \"2030-05-03\", \"price\": \"80\"}, {\"night\": \"2030-05-04\", \"price\": \"80\"}]}; false"
            })
    void isConfirmedByTheStayThatWasAskedForAndNoOther(String asked, boolean confirmed) {
        assertThat(awaited(Proof.STAY, asked, "modified", prices("80")).isConfirmed())
                .isEqualTo(confirmed);
    }

    @Test
    void isConfirmedByTheNightsAloneWhereTheirPricesAreNotTold() {
        Map<LocalDate, BigDecimal> untold = new HashMap<>();
        untold.put(NIGHT, null);

        Awaited awaited =
                awaited(
                        Proof.STAY,
                        "{\"nights\": [{\"night\": \"2030-05-03\", \"price\": \"80\"}]}",
                        "modified",
                        untold);

        assertThat(awaited.isConfirmed()).isTrue();
    }

    private static Map<LocalDate, BigDecimal> prices(String price) {
        return Map.of(NIGHT, new BigDecimal(price + ".000"));
    }

    private static Awaited awaited(
            Proof proof, String asked, String status, Map<LocalDate, BigDecimal> prices) {
        try {
            return new Awaited(
                    1,
                    "change",
                    proof,
                    new ObjectMapper().readTree(asked),
                    Instant.EPOCH,
                    true,
                    false,
                    false,
                    1,
                    1,
                    "inn",
                    "42",
                    status,
                    2,
                    NIGHT.plusDays(1),
                    new BigDecimal("80.000"),
                    prices);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(asked, e);
        }
    }
}
