package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class SandboxQueueTests {

    private static final StandIn CHANNEL = StandIn.shared();
    private static final String NEW = "/hotels/ota/OTA_HotelResNotif";

    @Test
    void handsABookingOverUntilItIsAcknowledged() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = hotel.book(hotel.wish(1, 10, 12, ", \"remarks\": \"Late & tired\""));

        var first = hotel.newReservations();
        var second = hotel.newReservations();
        var acknowledged = hotel.acknowledgeNew(booking);

        assertThat(first)
                .contains("<OTA_HotelResNotifRQ")
                .contains("ResID_Value=\"" + booking + "\"")
                .contains("RoomRate EffectiveDate=\"" + hotel.day(10) + "\" RatePlanCode=\"1\"")
                .contains("RoomRate EffectiveDate=\"" + hotel.day(11) + "\" RatePlanCode=\"1\"")
                .contains(
                        "<Total AmountAfterTax=\"20000\" DecimalPlaces=\"2\" CurrencyCode=\"EUR\"/>")
                .contains("BasicPropertyInfo HotelCode=\"" + hotel.id + "\"")
                .contains("Late &amp; tired")
                .doesNotContain("TimeSpan")
                .doesNotContain("ResStatus")
                .containsPattern("</OTA_HotelResNotifRQ>\\s*<!-- RUID: \\[[^\\]]+\\] -->\\s*$");
        assertThat(second).contains("ResID_Value=\"" + booking + "\"");
        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(acknowledged.body()).contains("<OTA_HotelResNotifRS").contains("<Success/>");
        assertThat(hotel.newReservations()).doesNotContain("ResID_Value");
        assertThat(hotel.acknowledgeNew(booking).statusCode()).as("again").isEqualTo(200);
    }

    @Test
    void acknowledgesSeveralAtOnceButNothingItNeverHandedOver() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var one = hotel.book(hotel.wish(1, 10, 12, ""));
        var two = hotel.book(hotel.wish(1, 10, 12, ""));

        var tooEarly = hotel.acknowledgeNew(one);
        hotel.newReservations();
        var both = hotel.acknowledgeNew(one, two, 17);

        assertThat(tooEarly.statusCode()).isEqualTo(400);
        assertThat(both.statusCode()).isEqualTo(200);
        assertThat(both.body()).contains("RecordID=\"17\"").doesNotContain("RecordID=\"" + one);
        assertThat(hotel.newReservations()).doesNotContain("ResID_Value");
    }

    @Test
    void keepsABookingNewWhenItChangesBeforeTheFirstAcknowledgement() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = hotel.book(hotel.wish(1, 10, 12, ""));
        hotel.change(booking, hotel.wish(1, 20, 21, ""));

        var fresh = hotel.newReservations();

        assertThat(fresh)
                .contains("EffectiveDate=\"" + hotel.day(20))
                .doesNotContain("EffectiveDate=\"" + hotel.day(10));
        assertThat(hotel.changedReservations()).doesNotContain("ResID_Value");
    }

    @Test
    void handsChangesOverAsModifiedOnceTheOriginalIsAcknowledged() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = hotel.book(hotel.wish(1, 10, 12, ""));
        hotel.newReservations();
        hotel.acknowledgeNew(booking);

        hotel.change(booking, hotel.wish(1, 20, 21, ""));
        var changed = hotel.changedReservations();
        hotel.acknowledgeChanged(booking);

        assertThat(changed)
                .contains("<HotelResModify ResStatus=\"Modify\">")
                .contains("IndexNumber=\"11\"")
                .contains("EffectiveDate=\"" + hotel.day(20));
        assertThat(hotel.newReservations()).doesNotContain("ResID_Value");
        assertThat(hotel.changedReservations()).doesNotContain("ResID_Value");
    }

    @Test
    void handsOverAgainWhatChangedBetweenReadingAndAcknowledging() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = hotel.book(hotel.wish(1, 10, 12, ""));
        hotel.newReservations();
        hotel.change(booking, hotel.wish(1, 20, 21, ""));

        hotel.acknowledgeNew(booking);

        assertThat(hotel.newReservations()).doesNotContain("ResID_Value");
        assertThat(hotel.changedReservations()).contains("EffectiveDate=\"" + hotel.day(20));
    }

    @Test
    void showsACancellationByItsStatusOrByTheAbsenceOfRooms() {
        var telling = new TestHotel(CHANNEL).open(3);
        var silent = new TestHotel(CHANNEL, ", \"cancel-by-absence\": true").open(3);

        var told = cancelledAfterAcknowledgement(telling);
        var implied = cancelledAfterAcknowledgement(silent);

        assertThat(told).contains("ResStatus=\"Cancel\"").contains("ResID_Value");
        assertThat(implied)
                .contains("ResID_Value")
                .doesNotContain("ResStatus")
                .doesNotContain("RoomStay");
    }

    private static String cancelledAfterAcknowledgement(TestHotel hotel) {
        var booking = hotel.book(hotel.wish(1, 10, 12, ""));
        hotel.newReservations();
        hotel.acknowledgeNew(booking);
        hotel.cancel(booking);
        return hotel.changedReservations();
    }

    @Test
    void givesACardOnce() {
        var hotel = new TestHotel(CHANNEL).open(3);
        hotel.book(hotel.wish(1, 10, 12, ", \"card\": true"));

        var first = hotel.newReservations();
        var second = hotel.newReservations();

        assertThat(first)
                .contains("<PaymentCard CardCode=\"VI\" CardNumber=\"4111111111111111\"")
                .contains("<CardHolderName>Example</CardHolderName>");
        assertThat(second).contains("ResID_Value").doesNotContain("Guarantee");
    }

    @Test
    void givesVirtualAndBrokenCardsAndUnknownIds() {
        var hotel = new TestHotel(CHANNEL).open(3);
        hotel.book(hotel.wish(1, 10, 12, ", \"vcc\": true"));
        hotel.book(hotel.wish(1, 10, 12, ", \"cardZeros\": true"));
        hotel.book(
                hotel.wish(1, 10, 12, "")
                        .replace(
                                "\"adults\": 2",
                                "\"adults\": 2, \"unknownRate\": true, \"unknownRoom\": true"));

        var message = hotel.newReservations();

        assertThat(message)
                .contains("RatePlanCode=\"1VCC\"")
                .contains("EffectiveDate=\"" + hotel.day(10) + "\" CurrentBalance=\"20000\"")
                .contains("CardNumber=\"0000000000000000\"")
                .contains("<CardHolderName>-</CardHolderName>")
                .contains("RoomTypeCode=\"999999998\"")
                .contains("RatePlanCode=\"999999999\"");
    }

    @Test
    void filtersWhatItHandsOver() {
        var hotel = new TestHotel(CHANNEL).open(9);
        var one = hotel.book(hotel.wish(1, 10, 12, ""));
        var two = hotel.book(hotel.wish(1, 10, 12, ""));
        hotel.newReservations();
        hotel.acknowledgeNew(one);

        var byId = hotel.get(NEW + "?id=" + one).body();
        var byHotel = hotel.get(NEW + "?hotel_ids=" + hotel.id).body();
        var byChange = hotel.get(NEW + "?last_change=2020-01-01%2000:00:00").body();

        assertThat(byId).contains("\"" + one + "\"").doesNotContain("\"" + two + "\"");
        assertThat(byHotel).contains("\"" + two + "\"").doesNotContain("\"" + one + "\"");
        assertThat(byChange).contains("\"" + one + "\"").contains("\"" + two + "\"");
        assertThat(hotel.get(NEW + "?limit=9").statusCode()).isEqualTo(400);
        assertThat(hotel.get(NEW + "?hotel_ids=1").statusCode()).isEqualTo(403);
    }

    @Test
    void keepsEachQueueApartInTime() {
        try (var channel =
                StandIn.start(
                        Map.of(
                                "sandbox.queue.min-interval", "60s",
                                "sandbox.queue.after-ack", "60s"))) {
            var hotel = new TestHotel(channel);

            assertThat(hotel.get(NEW).statusCode()).isEqualTo(200);
            assertThat(hotel.get(NEW).statusCode()).isEqualTo(429);
            hotel.acknowledgeChanged(17);
            assertThat(hotel.get("/hotels/ota/OTA_HotelResModifyNotif").statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void answersOneCallOnAQueueAtATime() throws Exception {
        var hotel = new TestHotel(CHANNEL).open(200);
        for (int n = 0; n < 20; n++) {
            hotel.book(hotel.wish(1, 5, 25, ""));
        }
        var readers = Executors.newFixedThreadPool(20);

        var reads =
                readers.invokeAll(
                        Collections.nCopies(
                                60, (Callable<Integer>) () -> hotel.get(NEW).statusCode()));
        readers.shutdown();

        var statuses = new ArrayList<Integer>();
        for (var read : reads) {
            statuses.add(read.get());
        }
        assertThat(statuses).contains(200, 429).containsOnly(200, 429);
    }

    @Test
    void mailsTheHotelWhenNobodyAcknowledgesAndLetsARejectedOneGo() {
        try (var channel = StandIn.start(Map.of("sandbox.queue.fallback-after", "0s"))) {
            var hotel = new TestHotel(channel).open(3);
            var rejected = hotel.book(hotel.wish(1, 10, 12, ""));
            var waiting = hotel.book(hotel.wish(1, 10, 12, ""));
            hotel.newReservations();

            hotel.acknowledge(
                    "OTA_HotelResNotif", "<Errors><Error ShortText=\"never\"/></Errors>", rejected);

            assertThat(hotel.newReservations())
                    .contains("\"" + waiting + "\"")
                    .doesNotContain("\"" + rejected + "\"");
            var counters = channel.control("GET", "/sandbox/counters", null);
            assertThat(counters.get("fallbackEmails").asInt()).isEqualTo(2);
        }
    }
}
