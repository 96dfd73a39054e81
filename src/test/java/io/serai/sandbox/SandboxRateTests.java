package io.serai.sandbox;

import static io.serai.sandbox.TestHotel.price;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxRateTests {

    private static final StandIn CHANNEL = StandIn.shared();

    @Test
    void readsAmountsByTheirDecimalPlaces() {
        var hotel = new TestHotel(CHANNEL);
        var control = hotel.control(hotel.doubleRoom, 1, 1, 3);

        var answer = hotel.rates(price(1, control, 12_050, "") + price(2, control, 9_900, "1"));

        assertThat(answer.body()).contains("<Success/>").doesNotContain("Warning");
        var prices = hotel.grid().at("/rooms/0/rates/0/nights/2/prices");
        assertThat(prices.get("2").decimalValue()).isEqualByComparingTo("120.50");
        assertThat(prices.get("1").decimalValue()).isEqualByComparingTo("99.00");
    }

    @Test
    void keepsThePriceOfOnePersonWhenOnlyTheOtherIsTold() {
        var hotel = new TestHotel(CHANNEL);
        var control = hotel.control(hotel.doubleRoom, 2, 1, 1);
        hotel.rates(price(1, control, 8_000, "1") + price(2, control, 9_000, "2"));

        hotel.rates(price(1, control, 8_500, "1"));
        hotel.rates(price(1, control, 9_500, "2"));

        var prices = hotel.grid().at("/rooms/0/rates/1/nights/0/prices");
        assertThat(prices.get("1").decimalValue()).isEqualByComparingTo("85.00");
        assertThat(prices.get("2").decimalValue()).isEqualByComparingTo("95.00");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10000, 3, OCCUPANCY_INVALID",
        "2, 10000, 0, OCCUPANCY_INVALID",
        "3, 10000, '', NIGHTLY_PRICE_PASSED_FOR_LOS_RATE",
        "5, 10000, '', CHILD_RATE_INHERITS_PRICE",
        "6, 10000, '', RATE_IS_READONLY",
        "1, 5000001, '', PRICE_TOO_HIGH",
        "1, 0, '', PRICE_INVALID"
    })
    void refusesAPriceThatTheRateCannotTake(long rate, long cents, String guests, String code) {
        var hotel = new TestHotel(CHANNEL);

        var answer =
                hotel.rates(price(7, hotel.control(hotel.doubleRoom, rate, 1, 1), cents, guests));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(code).contains("RecordID=\"7\"");
    }

    @Test
    void takesTheHighestPriceThereMayBe() {
        var hotel = new TestHotel(CHANNEL);

        var answer = hotel.rates(price(1, hotel.control(hotel.doubleRoom, 1, 1, 1), 5_000_000, ""));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnotherCurrencyThanTheHotels() {
        var hotel = new TestHotel(CHANNEL);
        var message = price(1, hotel.control(hotel.doubleRoom, 1, 1, 1), 10_000, "");

        var answer = hotel.rates(message.replace("EUR", "USD"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("CURRENCY_CODE_DONT_MATCH_HOTEL_CURRENCY");
    }

    @Test
    void refusesTwoAmountsInOnePrice() {
        var hotel = new TestHotel(CHANNEL);
        var message = price(1, hotel.control(hotel.doubleRoom, 1, 1, 1), 10_000, "");

        var answer =
                hotel.rates(
                        message.replace("DecimalPlaces", "AmountBeforeTax=\"1\" DecimalPlaces"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("SCHEMA_FAULT");
    }

    @Test
    void tellsAChildRateApartAndAppliesTheRest() {
        var hotel = new TestHotel(CHANNEL);

        var answer =
                hotel.rates(
                        price(1, hotel.control(hotel.doubleRoom, 1, 1, 1), 10_000, "")
                                + price(2, hotel.control(hotel.doubleRoom, 5, 1, 1), 9_000, ""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("CHILD_RATE_INHERITS_PRICE").contains("RecordID=\"2\"");
        assertThat(hotel.grid().at("/rooms/0/rates/0/nights")).hasSize(1);
    }
}
