package io.serai.flow.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is shown of a message to engineers who may not know its guests. */
class DiscretionTests {

    private static final MappedMessage BOOKING =
            new MappedMessage(
                    """
                    <Booking id="4711" total="133.50"><PrimaryGuest><Name givenName="Ada" surname="Lovelace"/></PrimaryGuest>
                      <SpecialRequest>call Mr Babbage</SpecialRequest></Booking>""",
                    Map.of("reference", "RUID-1"),
                    "",
                    "{\"number\": \"4711\"}",
                    null);

    private final Discretion discretion = new Discretion(BOOKING, List.of("{\"guest\": \"Li\"}"));

    @Test
    void showsNumbersDatesAndCodes() {
        assertThat(discretion.shown("total", "133.50")).isEqualTo("133.50");
        assertThat(discretion.shown("rooms[1].nights[1].night", "2027-01-30"))
                .isEqualTo("2027-01-30");
        assertThat(discretion.shown("number", "4711")).isEqualTo("4711");
        assertThat(discretion.shown("reference", "RUID-1")).isEqualTo("RUID-1");
        assertThat(discretion.shown("total", null)).isEqualTo("–");
    }

    @Test
    void showsOfFieldsAboutPeopleAndMoneyOnlyTheLength() {
        assertThat(discretion.shown("booker.given", "1")).isEqualTo("••• (1 characters)");
        assertThat(discretion.shown("/R/Guest/@surName", "x")).contains("•••");
        assertThat(discretion.shown("payment.collect", "hotel")).contains("•••");
    }

    @Test
    void hidesANameInWhicheverFieldAMappingPutsIt() {
        assertThat(discretion.shown("rooms[1].room", "LOVELACE")).contains("•••");
        assertThat(discretion.shown("rooms[1].room", "x-lovelace4")).contains("•••");
        assertThat(discretion.shown("brand", "Babbage")).contains("•••");
        assertThat(discretion.shown("brand", "Li")).contains("•••");
        assertThat(discretion.shown("brand", "any words")).contains("•••");
        assertThat(discretion.shown("brand", "Zoë")).contains("•••");
    }

    @Test
    void hidesANameInAPathAndInAFailure() {
        assertThat(discretion.path("rooms[1].Lovelace", "let rooms")).isEqualTo("rooms[1].•••");
        assertThat(discretion.path("/Booking/@id", "")).isEqualTo("/Booking/@id");
        assertThat(discretion.why("no room for Ada of 4711")).isEqualTo("no room for ••• of 4711");
    }
}
