package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpediaUpdateTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();

    @Test
    void holdsWhatItWasToldAndSellsIt() {
        var hotel = new ExpediaHotel(CHANNEL);

        var answer =
                hotel.update(
                        1,
                        20,
                        hotel.rooms(5, "closed=\"false\"")
                                + hotel.rates("1", "1:80.50", "2:100.00")
                                + "</RoomType>");
        var booked = StandIn.json(hotel.tryToBook(hotel.wish(hotel.plan(1), 10, 12, "")).body());

        assertThat(answer).contains("EQC/AR/2007/02").contains("<Success/>");
        assertThat(booked.get("total").decimalValue()).isEqualByComparingTo("220.00");
        assertThat(hotel.grid().at("/rooms/0/nights/9/left").asInt()).isEqualTo(4);
        assertThat(hotel.grid().at("/rooms/0/nights/9/sold").asInt()).isEqualTo(1);
        assertThat(hotel.grid().at("/rooms/0/rates/0/nights/9/prices/1").asDouble())
                .isEqualTo(80.5);
    }

    @Test
    void reopensAnEmptyRoomByACancellationUnlessItIsClosed() {
        var hotel = new ExpediaHotel(CHANNEL).open(1);
        var booking = hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));
        hotel.update(10, 10, hotel.rooms(0, "") + "</RoomType>");
        hotel.update(11, 11, hotel.rooms(0, "closed=\"true\"") + "</RoomType>");

        hotel.cancel(booking);

        assertThat(hotel.tryToBook(hotel.wish(hotel.plan(1), 10, 11, "")).statusCode())
                .isEqualTo(201);
        assertThat(hotel.tryToBook(hotel.wish(hotel.plan(1), 11, 12, "")).body())
                .contains("ROOM_CLOSED");
    }

    @ParameterizedTest
    @CsvSource({
        "'<AvailRateUpdateRQ>', 2002",
        "'<AvailRateUpdateRQ xmlns=\"http://www.expediaconnect.com/EQC/AR/2007/02\"/>', 2010",
        "'<AvailRateUpdateRQ xmlns=\"http://www.expediaconnect.com/EQC/AR/2011/06\"/>', 3010"
    })
    void refusesWhatIsNoMessage(String body, int code) {
        var answer = CHANNEL.send("POST", "/eqc/ar", body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<Error code=\"" + code + "\">").contains("Ref=[");
        assertThat(answer.headers().firstValue("Transaction-ID")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "'open sesame', 'open barley', 1001",
        "'closedToArrival=\"false\"', 'closedToArrival=\"perhaps\"', 3010",
        "'<Hotel id=\"H\"/>', '<Hotel id=\"1\"/>', 3202",
        "'RoomType id=\"R\"', 'RoomType id=\"77\"', 3203",
        "'RatePlan id=\"P1A\"', 'RatePlan id=\"77\"', 3204",
        "'RatePlan id=\"P1A\"', 'RatePlan id=\"P1\"', 3142",
        "'RatePlan id=\"P1A\"', 'RatePlan id=\"P7A\"', 3142",
        "'totalInventoryAvailable=\"5\"', 'totalInventoryAvailable=\"5\" flexibleAllocation=\"4\"', 3026",
        "'<PerOccupancy occupancy=\"2\" rate=\"100.00\"/>', '<PerDay rate=\"100.00\"/>', 3090",
        "'currency=\"EUR\"', 'currency=\"USD\"', 3103",
        "'currency=\"EUR\"', 'currency=\"EUR\" lengthOfStay=\"2\"', 3124",
        "'currency=\"EUR\"', 'currency=\"EUR\" rateChangeIndicator=\"true\"', 3125",
        "'minLOS=\"2\" maxLOS=\"9\"', 'minLOS=\"9\" maxLOS=\"2\"', 3015",
        "'minLOS=\"2\" maxLOS=\"9\"', 'minLOS=\"15\" maxLOS=\"28\"', 3135"
    })
    void takesNothingOfAMessageWithAnError(String good, String bad, int code) {
        var hotel = new ExpediaHotel(CHANNEL);
        var message = hotel.message(hotel.range(1, 5), hotel.all());
        assertThat(hotel.send(message)).contains("<Success/>");
        var before = hotel.grid();

        var answer = hotel.send(message.replace(hotel.named(good), hotel.named(bad)));

        assertThat(answer).contains("<Error code=\"" + code + "\">").doesNotContain("Success");
        assertThat(hotel.grid()).isEqualTo(before);
    }

    @Test
    void refusesDatesThatArePastTurnedRoundOrTooFarAhead() {
        var hotel = new ExpediaHotel(CHANNEL);
        var today = LocalDate.now(java.time.ZoneId.of("Europe/Lisbon"));

        var past = hotel.send(hotel.message(range(today.minusDays(2), today), hotel.all()));
        var turned = hotel.send(hotel.message(range(today.plusDays(2), today), hotel.all()));
        var far =
                hotel.send(
                        hotel.message(range(today, today.plusYears(2).plusDays(1)), hotel.all()));
        var yesterday = hotel.send(hotel.message(range(today.minusDays(1), today), hotel.all()));

        assertThat(past).contains("3020");
        assertThat(turned).contains("3021");
        assertThat(far).contains("3022");
        assertThat(yesterday).contains("<Success/>");
    }

    @Test
    void refusesTwoValuesForOneNightButNotOneSaidTwice() {
        var hotel = new ExpediaHotel(CHANNEL);

        var same =
                hotel.update(
                        1,
                        3,
                        hotel.rooms(4, "") + "</RoomType>" + hotel.rooms(4, "") + "</RoomType>");
        var two =
                hotel.update(
                        1,
                        3,
                        hotel.rooms(4, "") + "</RoomType>" + hotel.rooms(5, "") + "</RoomType>");

        assertThat(same).contains("<Success/>");
        assertThat(two).contains("<Error code=\"3108\">");
    }

    @Test
    void countsEachValueOfEachNightAsAnUpdate() {
        var hotel = new ExpediaHotel(CHANNEL);
        var from = ExpediaHotel.FIRST;
        var rates = IntStream.rangeClosed(1, 3).mapToObj(n -> n + ":100").toArray(String[]::new);
        var nine =
                hotel.rooms(5, "closed=\"false\"")
                        + hotel.rates("1", rates).replace("</RatePlan>", limits() + "</RatePlan>")
                        + "</RoomType>";

        var most = hotel.send(hotel.message(range(from, from.plusDays(554)), nine));
        var above = hotel.send(hotel.message(range(from, from.plusDays(555)), nine));

        assertThat(most).contains("<Success/>");
        assertThat(above).contains("<Error code=\"3107\">");
    }

    private static String limits() {
        return "<Restrictions minLOS=\"1\" maxLOS=\"9\" closedToArrival=\"false\""
                + " closedToDeparture=\"false\"/>";
    }

    @Test
    void refusesWhatIsBiggerThanAHundredKilobytes() {
        var hotel = new ExpediaHotel(CHANNEL);
        var message = hotel.message(hotel.range(1, 2), hotel.all());

        var answer = hotel.send(message + "<!--" + "x".repeat(102_400) + "-->");

        assertThat(answer).contains("<Error code=\"3405\">");
    }

    @Test
    void countsAWeekdayThatIsNotNamedAsLeftOutWhenAnotherIs() {
        var hotel = new ExpediaHotel(CHANNEL);
        var range = hotel.range(1, 28).replace("/>", " fri=\"true\" sat=\"1\"/>");

        hotel.send(hotel.message(range, hotel.rooms(5, "") + "</RoomType>"));

        assertThat(hotel.grid().at("/rooms/0/nights")).hasSize(8);
    }

    @Test
    void warnsOfRatesOutsideTheThresholdAndTakesTheOthers() {
        var hotel = new ExpediaHotel(CHANNEL);

        var answer =
                hotel.update(
                        1,
                        25,
                        hotel.rooms(5, "") + hotel.rates("1", "1:5.00", "2:100") + "</RoomType>");

        assertThat(answer)
                .contains("Warning 1 out of 25: Rate 5 for " + hotel.day(1))
                .contains("code=\"7021\"")
                .contains("Warning 20 out of 25")
                .doesNotContain("Warning 21 out of 25");
        assertThat(hotel.grid().at("/rooms/0/rates/0/nights/0/prices").toString())
                .doesNotContain("\"1\"")
                .contains("\"2\"");
    }

    @Test
    void ignoresRatesAndRestrictionsOfALinkedPlan() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);

        var answer =
                hotel.update(
                        1,
                        5,
                        hotel.rooms(5, "")
                                + hotel.rates("2", "2:500")
                                        .replace("</RatePlan>", limits() + "</RatePlan>")
                                + "</RoomType>");
        var booked = StandIn.json(hotel.tryToBook(hotel.wish(hotel.plan(2), 2, 3, "")).body());

        assertThat(answer).contains("7023").contains("7024");
        assertThat(booked.get("total").decimalValue()).isEqualByComparingTo("99.00");
    }

    @Test
    void warnsOfSleepingPlansOfTooManyGuestsAndOfLimitsThatCross() {
        var hotel = new ExpediaHotel(CHANNEL);

        var sleeping =
                hotel.update(1, 2, hotel.rooms(5, "") + hotel.rates("3", "2:90") + "</RoomType>");
        var many =
                hotel.update(1, 2, hotel.rooms(5, "") + hotel.rates("1", "4:90") + "</RoomType>");
        hotel.restrict(3, "minLOS=\"1\" maxLOS=\"3\"");
        var crossed = hotel.restrict(3, "minLOS=\"4\"");

        assertThat(sleeping).contains("code=\"7022\"");
        assertThat(many).contains("code=\"7009\"");
        assertThat(crossed).contains("code=\"7016\"");
        assertThat(hotel.grid().at("/rooms/0/rates/0/nights/0/minLos").asInt()).isEqualTo(1);
    }

    @Test
    void doesNotGiveBackABaseAllocation() {
        var hotel = new ExpediaHotel(CHANNEL);

        var below = hotel.update(1, 1, hotel.single(1, ""));
        var closed = hotel.update(1, 1, hotel.single(4, "closed=\"true\""));

        assertThat(below).contains("code=\"7013\"");
        assertThat(closed).contains("code=\"7010\"");
        assertThat(hotel.grid().at("/rooms/1/nights/0/left").asInt()).isEqualTo(4);
        assertThat(hotel.grid().at("/rooms/1/nights/0/closed").asBoolean()).isFalse();
    }

    @Test
    void pricesByLengthOfStayAndByDayOfArrival() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);
        var lengths =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(
                                n ->
                                        "<Rate currency=\"EUR\" lengthOfStay=\"%d\"><PerDay rate=\"%d\"/></Rate>"
                                                .formatted(n, 110 - 10 * n))
                        .collect(Collectors.joining());
        hotel.update(1, 20, hotel.rooms(5, "") + hotel.ratePlan("5", lengths) + "</RoomType>");
        hotel.update(1, 9, hotel.rooms(5, "") + hotel.rates("6", "2:50") + "</RoomType>");
        hotel.update(10, 20, hotel.rooms(5, "") + hotel.rates("6", "2:70") + "</RoomType>");

        var byLength = StandIn.json(hotel.tryToBook(hotel.wish(hotel.plan(5), 2, 5, "")).body());
        var byArrival = StandIn.json(hotel.tryToBook(hotel.wish(hotel.plan(6), 9, 11, "")).body());

        assertThat(byLength.get("total").decimalValue()).isEqualByComparingTo("264.00");
        assertThat(byArrival.get("total").decimalValue()).isEqualByComparingTo("110.00");
    }

    @Test
    void refusesASecondConnectionOfAHotelUntilTheFirstIsAnswered() throws Exception {
        var hotel = new ExpediaHotel(CHANNEL);
        var message = hotel.message(hotel.range(1, 2), hotel.all());
        CHANNEL.control(
                "PUT",
                "/sandbox/faults",
                "[{\"path\": \"/eqc/ar\", \"kind\": \"slow\", \"delay\": 1500, \"times\": 1, \"containing\": \"id=\\\"%d\\\"\"}]"
                        .formatted(hotel.id));

        var first = CompletableFuture.supplyAsync(() -> hotel.send(message));
        await().until(() -> hotel.grid().at("/rooms/0/nights").size() == 2);
        var second = hotel.send(message);

        assertThat(second).contains("<Error code=\"3210\">");
        assertThat(first.get()).contains("<Success/>");
        assertThat(hotel.send(message)).contains("<Success/>");
    }

    @Test
    void takesOneConnectionForAllKindsOfMessagesOfAHotelWhenToldSo() throws Exception {
        try (var stand = StandIn.start(Map.of("sandbox.expedia.one-connection", "hotel"))) {
            var channel = stand.expedia();
            var hotel = new ExpediaHotel(channel);
            var message = hotel.message(hotel.range(1, 2), hotel.all());
            channel.control(
                    "PUT",
                    "/sandbox/faults",
                    "[{\"path\": \"/eqc/ar\", \"kind\": \"slow\", \"delay\": 1500, \"times\": 1}]");

            var first = CompletableFuture.supplyAsync(() -> hotel.send(message));
            await().until(() -> hotel.grid().at("/rooms/0/nights").size() == 2);

            assertThat(hotel.retrieve("")).contains("<Error code=\"3210\">");
            assertThat(hotel.retrieveAll()).contains("<Bookings>");
            assertThat(first.get()).contains("<Success/>");
            assertThat(hotel.retrieve("")).contains("<Bookings>");
        }
    }

    @Test
    void takesNoUpdateOfAHotelThatIsBeingConverted() {
        var hotel = new ExpediaHotel(CHANNEL, "", ", \"status\": \"UnderConversion\"");

        var answer = hotel.send(hotel.message(hotel.range(1, 2), hotel.all()));

        assertThat(answer).contains("<Error code=\"3145\">");
        assertThat(hotel.retrieve("")).contains("<Bookings>");
    }

    @Test
    void answersAPageForPeopleOrACodeOfItsOwnWhenTold() {
        var hotel = new ExpediaHotel(CHANNEL);
        var message = hotel.message(hotel.range(1, 2), hotel.all());
        CHANNEL.control(
                "PUT",
                "/sandbox/faults",
                """
                [{"path": "/eqc/ar", "kind": "html", "times": 1, "containing": "%1$s"},
                 {"path": "/eqc/ar", "kind": "error", "status": 200, "code": "4206", "times": 1, "containing": "%1$s"},
                 {"path": "/eqc/ar", "kind": "throttle", "times": 1, "containing": "%1$s"}]"""
                        .formatted(hotel.account));

        var page = hotel.send(message);
        var closed = hotel.send(message);
        var throttled = hotel.post("/eqc/ar", message);

        assertThat(page).startsWith("<html>");
        assertThat(closed).contains("<Error code=\"4206\">");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(hotel.grid().at("/rooms/0/nights")).isEmpty();
    }

    @Test
    void recordsCallsWithoutPasswords() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);

        var calls = CHANNEL.control("GET", "/sandbox/calls?path=/eqc/ar", null).get("calls");

        var mine =
                calls.findParents("account").stream()
                        .filter(c -> c.get("account").asText().equals(hotel.account))
                        .findFirst()
                        .orElseThrow();
        assertThat(mine.get("body").asText()).contains("password=\"****\"");
        assertThat(mine.get("hotel").asLong()).isEqualTo(hotel.id);
        assertThat(mine.get("values").asInt()).isPositive();
        assertThat(mine.get("status").asInt()).isEqualTo(200);
    }

    private static String range(LocalDate from, LocalDate to) {
        return "<DateRange from=\"%s\" to=\"%s\"/>".formatted(from, to);
    }
}
