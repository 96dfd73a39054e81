package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.ari.Batch;
import io.serai.ari.Cell;
import io.serai.ari.Field;
import io.serai.ari.PriceTerms;
import io.serai.ari.Pricing;
import io.serai.ari.Range;
import io.serai.ari.Remote;
import io.serai.channel.Amount;
import io.serai.channel.NightValues;
import io.serai.channel.PushRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PushMessageTests {

    private static final int START = (int) LocalDate.of(2027, 3, 1).toEpochDay();
    private static final Map<String, Integer> DIGITS = Map.of("JPY", 0, "EUR", 2, "KWD", 3);

    @Property
    void writesMoneyWithTheDecimalsOfItsCurrency(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long minor) {
        DIGITS.forEach(
                (currency, digits) -> {
                    NightValues values = values(currency, rate(Pricing.PER_DAY, 1, 1), minor);

                    BigDecimal written = values.price().get(NightValues.PER_ROOM).value();

                    assertThat(written.scale()).isEqualTo(digits);
                    assertThat(written.unscaledValue().longValueExact()).isEqualTo(minor);
                    assertThat(new Amount(written).toString()).doesNotContain("E");
                });
    }

    @Example
    void namesPricesByTheNumberOfGuestsAndLeavesOutThoseNotSent() {
        NightValues values =
                values("EUR", rate(Pricing.OCCUPANCY, 3, 1), 100_00, Cell.NONE, 133_50);

        assertThat(values.price()).containsOnlyKeys("1", "3");
        assertThat(values.price().get("3")).hasToString("133.50");
    }

    @Example
    void writesWhatGuestsAddBesideTheRoomsPrice() {
        NightValues values = values("EUR", rate(Pricing.DERIVED, 2, 1), 120_00, -20_00, 0);

        assertThat(values.price()).containsOnlyKeys("room");
        assertThat(values.offset().get("1")).hasToString("-20.00");
        assertThat(values.offset().get("2")).hasToString("0.00");
    }

    @Example
    void writesTotalsByGuestsAndNightsOfTheStay() {
        NightValues values =
                values(
                        "EUR",
                        rate(Pricing.LENGTH_OF_STAY, 2, 3),
                        100_00,
                        190_00,
                        Cell.NONE,
                        Cell.NONE,
                        Cell.NONE,
                        Cell.NONE);

        assertThat(values.price()).isNull();
        assertThat(values.stayPrice()).containsOnlyKeys("1");
        assertThat(values.stayPrice().get("1")).hasSize(3).endsWith((Amount) null);
    }

    @Example
    void numbersTheUpdatesAndNamesTheWeekdaysThatAreMeant() {
        Remote remote = rate(Pricing.PER_DAY, 1, 1);
        Range weekend =
                new Range(remote, START, START + 20, 0b110_0000, Cell.empty(1).set(Field.CTA, 1));
        Range night =
                new Range(
                        remote,
                        START + 30,
                        START + 30,
                        null,
                        Cell.empty(1).set(Field.MIN_THROUGH, 2));

        PushRequest request =
                new PushMessage(connection("EUR"))
                        .of(new Batch("availability", List.of(weekend, night)));

        assertThat(request.updates()).extracting(PushRequest.Update::id).containsExactly(1, 2);
        assertThat(request.updates().get(0).days())
                .containsExactly(PushRequest.Day.SAT, PushRequest.Day.SUN);
        assertThat(request.updates().get(1).days()).isNull();
        assertThat(request.updates().get(1).set().minThrough()).isEqualTo(2);
        assertThat(request.updates().get(1).set().cta()).isNull();
        assertThat(request.updates().get(1).from()).isEqualTo(LocalDate.of(2027, 3, 31));
    }

    private static NightValues values(String currency, Remote remote, long... prices) {
        Cell cell = Cell.empty(prices.length);
        for (int position = 0; position < prices.length; position++) {
            cell.price(position, prices[position]);
        }
        return new PushMessage(connection(currency))
                .values(new Range(remote, START, START, null, cell));
    }

    private static Remote rate(Pricing pricing, int guests, int longestStay) {
        return new Remote(1, "room", "rate", 1, false, pricing, pricing, guests, longestStay);
    }

    private static Connection connection(String currency) {
        return new Connection(
                1,
                1,
                1,
                null,
                "777001",
                PriceTerms.same(Currency.getInstance(currency)),
                false,
                false,
                ZoneOffset.UTC,
                500,
                null,
                PushRequest.Target.TEST);
    }
}
