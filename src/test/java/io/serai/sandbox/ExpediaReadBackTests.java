package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExpediaReadBackTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();

    private final ExpediaHotel hotel = new ExpediaHotel(CHANNEL, ", \"read-back\": true", "");

    @Test
    void answersOnlyAccountsThatStillHaveIt() {
        var other = new ExpediaHotel(CHANNEL);

        var refused = other.post("/eqc/parr", request(other, nights(LocalDate.now(), 1)));

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("<Error code=\"1003\"");
    }

    @Test
    void showsTheNightsOfTheIdsThatCanBeSentTo() {
        var shown = ask(nights(LocalDate.now(), 1));

        assertThat(shown)
                .contains("<RoomType id=\"" + hotel.room + "\" closed=\"false\">")
                .contains("totalInventoryAvailable=\"0\" totalInventorySold=\"0\"")
                .contains("<RatePlan id=\"" + hotel.plan(1) + "A\"")
                .doesNotContain("<RatePlan id=\"" + hotel.plan(1) + "\"");
    }

    @Test
    void leavesOutWithoutAWordWhatIsBeyond31Days() {
        var shown = ask(nights(LocalDate.now(), 40));

        assertThat(shown.split("<AvailRate date=")).hasSize(1 + 31);
        assertThat(shown).doesNotContain("<Error").doesNotContain("<Warning");
    }

    @Test
    void shows365DaysOfOneRatePlan() {
        var one =
                "<AvailRateRetrieval from=\"%s\" to=\"%s\"><RoomType id=\"%s\"><RatePlan id=\"%sA\"/></RoomType></AvailRateRetrieval>"
                        .formatted(
                                LocalDate.now(),
                                LocalDate.now().plusDays(400),
                                hotel.room,
                                hotel.plan(1));

        var shown = ask(one);

        assertThat(shown.split("<AvailRate date=")).hasSize(1 + 365);
        assertThat(shown).doesNotContain(hotel.plan(3));
    }

    @Test
    void leavesOutWhatIsNotAskedFor() {
        var shown =
                ask(
                        "<AvailRateRetrieval from=\"%1$s\" to=\"%1$s\" inventory=\"false\" restrictions=\"false\" rateAvailStatus=\"false\"/>"
                                .formatted(LocalDate.now()));

        assertThat(shown).doesNotContain("Inventory").doesNotContain("Restrictions");
        assertThat(shown).contains("<RatePlan id=\"" + hotel.plan(1) + "A\">");
    }

    @Test
    void showsProductsByTheirStatus() {
        var active = ask("<ProductRetrieval/>");
        var all = ask("<ProductRetrieval productStatus=\"All\"/>");

        assertThat(active).contains("rateAcquisitionType=\"SellRate\"").doesNotContain("Sleeping");
        assertThat(all).contains("Sleeping", "rateAcquisitionType=\"Linked\"", "\"Derived\"");
    }

    @Test
    void refusesNightsThatAreOver() {
        assertThat(ask(nights(LocalDate.now().minusDays(3), 1))).contains("<Error code=\"3020\"");
        assertThat(ask(nights(LocalDate.now(), -1))).contains("<Error code=\"3021\"");
    }

    private String ask(String what) {
        return hotel.post("/eqc/parr", request(hotel, what)).body();
    }

    private static String nights(LocalDate from, int days) {
        return "<AvailRateRetrieval from=\"%s\" to=\"%s\"/>"
                .formatted(from, from.plusDays(days - 1L));
    }

    private static String request(ExpediaHotel hotel, String what) {
        return """
        <ProductAvailRateRetrievalRQ xmlns="http://www.expediaconnect.com/EQC/PAR/2013/07">%s<Hotel id="%d"/><ParamSet>%s</ParamSet></ProductAvailRateRetrievalRQ>"""
                .formatted(hotel.signIn(), hotel.id, what);
    }
}
