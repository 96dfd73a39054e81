package io.serai.sandbox;

import static io.serai.sandbox.TestHotel.restrict;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SandboxReadBackTests {

    private static final StandIn CHANNEL = StandIn.shared();

    @Test
    void showsWhatItHoldsDayByDay() {
        var hotel = new TestHotel(CHANNEL).open(5);
        hotel.availability(
                restrict(
                        1,
                        hotel.control(hotel.doubleRoom, 1, 10, 10),
                        "<LengthsOfStay><LengthOfStay Time=\"2\" MinMaxMessageType=\"SetMinLOS\"/></LengthsOfStay>"
                                + "<RestrictionStatus Status=\"Close\"/>"));
        hotel.book(hotel.wish(5, 11, 13, ""));
        hotel.cancel(hotel.book(hotel.wish(5, 11, 13, "")));

        var answer = readBack(hotel, 10, 2);

        assertThat(answer)
                .contains("<room id=\"" + hotel.doubleRoom + "\" hotel_id=\"" + hotel.id + "\">")
                .contains(
                        "<date value=\"%s\"><rooms_booked>0</rooms_booked><rooms_cancelled>0</rooms_cancelled><rooms_left>5</rooms_left><closed>0</closed><rates><rate id=\"1\"><closed>1</closed><minimumstay>2</minimumstay></rate>"
                                .formatted(hotel.day(10)))
                .contains(
                        "<date value=\"%s\"><rooms_booked>1</rooms_booked><rooms_cancelled>1</rooms_cancelled><rooms_left>3</rooms_left><closed>0</closed><rates><rate id=\"1\"><closed>0</closed>"
                                .formatted(hotel.day(11)))
                .contains("<rate id=\"5\"><closed>0</closed><minimumstay>2</minimumstay></rate>")
                .doesNotContain(hotel.day(12).toString());
    }

    @Test
    void showsAHotelOnlyToItsAccounts() {
        var hotel = new TestHotel(CHANNEL);
        var other = new TestHotel(CHANNEL);

        var answer =
                hotel.post(
                        "/hotels/xml/roomrateavailability",
                        "<request><hotel_id>%d</hotel_id><start_date>2030-01-01</start_date></request>"
                                .formatted(other.id));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void listsRoomsAndRatesForMapping() {
        var hotel = new TestHotel(CHANNEL);

        var answer = hotel.post("/hotels/xml/roomrates", "<request/>").body();

        assertThat(answer)
                .contains("<room id=\"" + hotel.doubleRoom + "\" hotel_id=\"" + hotel.id + "\"")
                .contains("room_name=\"Garden Double\"")
                .contains("<rate id=\"5\" is_child_rate=\"1\" max_persons=\"2\"")
                .contains("rate_name=\"Theirs\" readonly=\"1\"/>");
    }

    private static String readBack(TestHotel hotel, int day, int days) {
        return hotel.post(
                        "/hotels/xml/roomrateavailability",
                        """
                        <request><hotel_id>%d</hotel_id><start_date>%s</start_date>
                        <number_of_days>%d</number_of_days></request>"""
                                .formatted(hotel.id, hotel.day(day), days))
                .body();
    }
}
