package io.serai.sandbox;

import static io.serai.sandbox.TestHotel.count;
import static io.serai.sandbox.TestHotel.restrict;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxAvailabilityTests {

    private static final StandIn CHANNEL = StandIn.shared();
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));

    @Test
    void takesCountsAndRestrictionsOfOneRequestTogether() {
        var hotel = new TestHotel(CHANNEL);
        var rate = hotel.control(hotel.doubleRoom, 1, 5, 6);

        var answer =
                hotel.availability(
                        count(7, 1, hotel.control(hotel.doubleRoom, 1, 14))
                                + restrict(
                                        2,
                                        rate,
                                        """
                                        <LengthsOfStay>
                                          <LengthOfStay Time="2" MinMaxMessageType="SetMinLOS"/>
                                          <LengthOfStay Time="9" MinMaxMessageType="SetMaxLOS"/>
                                        </LengthsOfStay><RestrictionStatus Status="Close"/>""")
                                + restrict(
                                        3,
                                        rate,
                                        "<RestrictionStatus Restriction=\"Arrival\" Status=\"Close\"/>"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<Success/>").doesNotContain("Warning");
        assertThat(hotel.left(14)).isEqualTo(7);
        var night = hotel.grid().at("/rooms/0/rates/0/nights/0");
        assertThat(night.get("minThrough").asInt()).isEqualTo(2);
        assertThat(night.get("maxThrough").asInt()).isEqualTo(9);
        assertThat(night.get("closed").asBoolean()).isTrue();
        assertThat(night.get("cta").asBoolean()).isTrue();
    }

    @Test
    void keepsWhatARequestDoesNotMention() {
        var hotel = new TestHotel(CHANNEL).open(4);
        var rate = hotel.control(hotel.doubleRoom, 1, 5, 5);

        hotel.availability(restrict(1, rate, "<RestrictionStatus Status=\"Close\"/>"));

        var night = hotel.grid().at("/rooms/0/rates/0/nights/4");
        assertThat(night.get("closed").asBoolean()).isTrue();
        assertThat(night.at("/prices/2").decimalValue()).isEqualByComparingTo("100.00");
    }

    @Test
    void appliesTheGoodPartAndNamesTheBad() {
        var hotel = new TestHotel(CHANNEL);

        var answer =
                hotel.availability(
                        count(3, 1, hotel.control(hotel.doubleRoom, 1, 2))
                                + count(3, 2, hotel.control(4711, 1, 2)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Code=\"ROOM_ID_INVALID\"")
                .contains("RecordID=\"2\"")
                .contains("Type=\"3\"")
                .doesNotContain("<Success/>");
        assertThat(hotel.left(1)).isEqualTo(3);
    }

    @Test
    void leavesTheRecordOutForAnAccountThatIsToldSo() {
        var hotel = new TestHotel(CHANNEL, ", \"names-items\": false");

        var answer =
                hotel.availability(
                        count(3, 1, hotel.control(hotel.doubleRoom, 1, 2))
                                + count(3, 2, hotel.control(4711, 1, 2)));

        assertThat(answer.body()).contains("ROOM_ID_INVALID").doesNotContain("RecordID");
    }

    @Test
    void answers403WhenNoUpdateIsAuthorised() {
        var hotel = new TestHotel(CHANNEL);
        var other = new TestHotel(CHANNEL);

        var answer = hotel.availability(count(3, 1, other.control(other.doubleRoom, 1, 2)));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(other.left(1)).isEqualTo(-1);
    }

    @Test
    void takesOneHotelARequest() {
        var hotel = new TestHotel(CHANNEL);
        var other = new TestHotel(CHANNEL);

        var answer =
                hotel.availability(
                        count(3, 1, hotel.control(hotel.doubleRoom, 1, 2))
                                + count(3, 2, other.control(other.doubleRoom, 1, 2)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ONE_HOTEL_PER_REQUEST");
        assertThat(hotel.left(1)).isEqualTo(-1);
    }

    @Test
    void takesOneCalendarMonthARequest() {
        var hotel = new TestHotel(CHANNEL);
        var next =
                "<StatusApplicationControl Start=\"%s\" End=\"%s\" InvTypeCode=\"%d\"/>"
                        .formatted(
                                TestHotel.FIRST, TestHotel.FIRST.plusMonths(1), hotel.doubleRoom);

        var answer = hotel.availability(count(3, 1, next));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ONE_MONTH_PER_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({"1, 200", "2, 400"})
    void takesYesterdayButNothingOlder(int daysBack, int status) {
        var hotel = new TestHotel(CHANNEL);
        var day = TODAY.minusDays(daysBack);

        var answer =
                hotel.availability(
                        count(
                                3,
                                1,
                                "<StatusApplicationControl Start=\"%s\" End=\"%s\" InvTypeCode=\"%d\"/>"
                                        .formatted(day, day, hotel.doubleRoom)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().contains("NOT_A_VALID_DATE")).isEqualTo(status == 400);
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        var hotel = new TestHotel(CHANNEL);

        var answer = hotel.availability(count(3, 1, hotel.control(hotel.doubleRoom, 9, 8)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("FROM_DATE_SHOULD_BE_LESS_THAN_TO_DATE");
    }

    @Test
    void appliesOnlyTheFirstOfTwoValuesForOneNight() {
        var hotel = new TestHotel(CHANNEL);

        var answer =
                hotel.availability(
                        count(3, 1, hotel.control(hotel.doubleRoom, 1, 5))
                                + count(9, 2, hotel.control(hotel.doubleRoom, 5, 6)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("<Success/>")
                .contains("WARN_DUPLICATE_DATES")
                .contains("RecordID=\"2\"");
        assertThat(hotel.left(5)).isEqualTo(3);
        assertThat(hotel.left(6)).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "254, 200", "255, 200", "256, 400", "-1, 400"})
    void takesCountsUpTo254And255ForUnlimited(int rooms, int status) {
        var hotel = new TestHotel(CHANNEL);

        var answer = hotel.availability(count(rooms, 1, hotel.control(hotel.doubleRoom, 1, 1)));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "1, SetForwardMinStay, LENGTH_OF_STAY_TYPE_INVALID",
        "1, SetForwardMaxStay, LENGTH_OF_STAY_TYPE_INVALID",
        "3, SetMinLOS, RESTRICTIONS_NOT_SUPPORTED_FOR_LOS_RATE",
        "5, SetMinLOS, CHILD_RATE_INHERITS_RESTRICTIONS",
        "6, SetMinLOS, RATE_IS_READONLY",
        "99, SetMinLOS, RATE_ID_INVALID"
    })
    void refusesARestrictionThatTheRateCannotTake(long rate, String kind, String code) {
        var hotel = new TestHotel(CHANNEL);

        var answer =
                hotel.availability(
                        restrict(
                                1,
                                hotel.control(hotel.doubleRoom, rate, 1, 2),
                                "<LengthsOfStay><LengthOfStay Time=\"2\" MinMaxMessageType=\"%s\"/></LengthsOfStay>"
                                        .formatted(kind)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void refusesAMessageWithoutRoomAndARequestWithoutMessage() {
        var hotel = new TestHotel(CHANNEL);

        var roomless =
                hotel.availability(
                        count(
                                1,
                                1,
                                "<StatusApplicationControl Start=\"2030-01-01\" End=\"2030-01-01\"/>"));
        var empty = hotel.availability("");

        assertThat(roomless.body()).contains("ROOM_ID_MISSING");
        assertThat(empty.body()).contains("ROOM_ELEMENT_REQUIRED");
    }

    @Test
    void refusesAWholeRequestWithABadNumberOrDate() {
        var hotel = new TestHotel(CHANNEL);
        var good = count(3, 1, hotel.control(hotel.doubleRoom, 1, 1));

        var number = hotel.availability(good + good.replace("\"3\"", "\"three\""));
        var date = hotel.availability(good + good.replaceAll("Start=\"[^\"]+\"", "Start=\"soon\""));

        assertThat(number.statusCode()).isEqualTo(400);
        assertThat(date.statusCode()).isEqualTo(400);
        assertThat(date.body()).contains("NOT_A_VALID_DATE");
        assertThat(hotel.left(1)).isEqualTo(-1);
    }
}
