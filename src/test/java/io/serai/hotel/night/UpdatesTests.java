package io.serai.hotel.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.ari.Pricing;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What elements of a request are understood, and in what words others are refused. */
class UpdatesTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HotelNights HOTEL =
            HotelNights.of(
                    1,
                    NightTable.RATES,
                    LocalDate.of(2027, 1, 1),
                    LocalDate.of(2028, 1, 1),
                    "EUR",
                    List.of(new Sold(7, "DBL", "BAR", Pricing.of("per-day"), 1, 2)));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'product':'7','night':'2027-02-01','set':'cta'                      | set: \"cta\" (expected: an object of [closed,",
                "'product':'7','night':'2027-02-01','set':['cta']                    | set: [\"cta\"] (expected: an object of [closed,",
                "'product':'7','night':'2027-02-01'                                  | set: missing (expected: an object of [closed,",
                "'product':'7','night':'2027-02-01','to':'2027-02-03','set':{'cta':true} | to: \"2027-02-03\" beside night \"2027-02-01\" (expected: one of the two)",
                "'product':'7','night':'2027-02-01','from':'2027-02-01','set':{'cta':true} | from: \"2027-02-01\" beside night \"2027-02-01\" (expected: one of the two)",
                "'product':'7','roomType':'SGL','night':'2027-02-01','set':{'cta':true} | roomType: \"SGL\" (expected: 'DBL', or none, as the id says)",
                "'product':'7','ratePlan':'NRF','night':'2027-02-01','set':{'cta':true} | ratePlan: \"NRF\" (expected: 'BAR', or none, as the id says)",
                "'product':'7','night':'2027-02-01','set':{'price':'1.00','prices':['2.00']} | price: \"1.00\" beside prices [\"2.00\"] (expected: one of the two)",
                "'product':'7','night':'2027-02-01','set':{'handPrice':null,'handPrices':['2.00']} | handPrice: null beside handPrices [\"2.00\"] (expected: one of the two)",
            })
    void refusesWhatCannotBeMeant(String element, String words) throws IOException {
        Faults faults = new Faults();

        NightUpdate read =
                new UpdateReader(HOTEL, faults)
                        .read("update", JSON.readTree("{" + element.replace('\'', '"') + "}"));

        assertThat(read).isNull();
        assertThat(faults.refused().getMessage()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"{}", "7", "'{\"updates\":[]}'"})
    void refusesWhatComesAfterTheObject(String more) {
        NightsRefused refused =
                catchThrowableOfType(
                        NightsRefused.class,
                        () ->
                                new JsonUpdates(JSON, new StringReader("{\"updates\":[]} " + more))
                                        .read((where, element) -> {}));

        assertThat(refused).hasMessageStartingWith("body: after updates: ");
    }

    @Test
    void readsATableAsASpreadsheetWritesIt() throws IOException {
        assertThat(
                        table(
                                "\uFEFFproduct,night,cta\r\n7,2027-02-01,TRUE\r\n\r\n,,\r\n7,2027-02-02,\r\n\r\n"))
                .containsExactly(
                        "line 2 {\"product\":\"7\",\"night\":\"2027-02-01\",\"set\":{\"cta\":true}}",
                        "line 5 {\"product\":\"7\",\"night\":\"2027-02-02\",\"set\":{}}");
    }

    @Test
    void saysThatColumnsAreSeparatedByCommas() {
        NightsRefused refused =
                catchThrowableOfType(
                        NightsRefused.class,
                        () -> table("product;night;price\n7;2027-02-01;120,50\n"));

        assertThat(refused)
                .hasMessage(
                        "line 1: columns: 'product;night;price' (expected: columns separated by commas, as in product,night,price)");
    }

    private static List<String> table(String text) throws IOException {
        List<String> read = new ArrayList<>();
        new CsvUpdates(NightTable.RATES, new StringReader(text))
                .read((where, element) -> read.add(where + " " + element));
        return read;
    }
}
