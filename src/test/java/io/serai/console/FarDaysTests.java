package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days so far away that neither Java nor the database reckons with them. */
class FarDaysTests {

    private static final List<String> FAR =
            List.of("+999999999-12-31", "-999999999-01-01", "+300000-01-01");

    private final SampleHotel hotel = SampleHotel.another(RunningSerai.shared().database());
    private final String page = "/hotels/" + hotel.id();
    private final Visitor visitor = Visitor.signedIn(Visitor.user("admin", hotel.id()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit?hotel=none&from=%s",
                "/audit?hotel=none&to=%s",
                "/inbox?since=%s",
                "/hotels/{hotel}/bookings?from=%s",
                "/hotels/{hotel}/bookings?to=%s",
                "/hotels/{hotel}/bookings/new?arrival=%s",
                "/hotels/{hotel}/bookings/new?departure=%s",
                "/hotels/{hotel}/reports/bookings?to=2027-01-01&from=%s",
                "/hotels/{hotel}/reports/bookings?from=2027-01-01&to=%s"
            })
    void areNoDaysWhereverAnAddressNamesThem(String address) {
        String at = address.replace("{hotel}", Integer.toString(hotel.id()));

        int malformed = visitor.get(at.formatted("soon")).statusCode();

        assertThat(malformed).isIn(200, 400, 422);
        for (String day : FAR) {
            var answer = visitor.get(at.formatted(day.replace("+", "%2B")));
            assertThat(answer.statusCode()).as(at + ", " + day).isEqualTo(malformed);
        }
    }

    @Test
    void areNoDaysInAForm() {
        visitor.get(page + "/today");
        String night = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();
        Map<String, String> form = new LinkedHashMap<>(Map.of("from", night, "to", night));

        for (String day : FAR) {
            form.put("copyFrom", day);
            for (String grid : List.of("/rates/bulk", "/inventory/bulk")) {
                var answer = visitor.post(page + grid, form);
                assertThat(answer.statusCode()).as(grid + ", " + day).isEqualTo(422);
                assertThat(answer.body()).contains("is no night");
            }
        }
    }
}
