package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRightsTests {

    @ParameterizedTest
    @CsvSource({"viewer, 403", "finance, 403", "operator, 302", "engineer, 302", "admin, 302"})
    void sendsForThoseWhoOperate(String role, int status) {
        SampleHotel hotel = SampleHotel.another(RunningSerai.shared().database());
        Visitor visitor = Visitor.signedIn(Visitor.user(role, hotel.id()));
        String page = "/hotels/" + hotel.id();

        int seen = visitor.get("/inbox").statusCode();
        int sent =
                visitor.post(page + "/connections/" + hotel.connection() + "/sync", Map.of())
                        .statusCode();

        assertThat(seen).isEqualTo(200);
        assertThat(sent).isEqualTo(status);
    }
}
