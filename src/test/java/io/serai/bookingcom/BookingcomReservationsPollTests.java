package io.serai.bookingcom;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.PushAnswer.Outcome;
import io.serai.testing.ChannelStandIn;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingcomRoutes
class BookingcomReservationsPollTests {

    private static final String OTA = "xmlns='http://www.opentravel.org/OTA/2003/05'";
    private static final String RUID = "\n<!-- RUID: [cXVldWU=] -->\n";
    private static final String CONFIRMED =
            "<OTA_HotelResNotifRS " + OTA + "><Success/></OTA_HotelResNotifRS>" + RUID;

    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    @Autowired private ChannelStandIn channel;
    @Autowired private Ports ports;
    @Autowired private Desk desk;

    @BeforeEach
    void forget() {
        channel.forget();
        ports.closeBreakers();
        desk.forget();
    }

    @Test
    void splitsTheReservationsOfOneAnswerAndConfirmsOnlyWhatWasCommitted() {
        channel.answers(200, queue(booking("41"), booking("42"), booking("43")))
                .answers(200, CONFIRMED);
        desk.refuses.add("42");

        Exchange poll = poll("new");

        assertThat(poll.getMessage().getHeader("Serai-Taken")).isEqualTo(2);
        assertThat(poll.getMessage().getHeader("Serai-Failed")).isEqualTo(1);
        assertThat(Ports.answer(poll).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(desk.came).hasSize(2).allMatch(it -> it.contains("\"reference\":\"cXVldWU=\""));
        assertThat(channel.calls())
                .extracting(ChannelStandIn.Call::method)
                .containsExactly("GET", "POST");
        assertThat(channel.calls().get(1).path()).isEqualTo("/hotels/ota/OTA_HotelResNotif");
        assertThat(channel.calls().get(1).body())
                .contains("<OTA_HotelResNotifRS", "<Success", "\"41\"", "\"43\"")
                .doesNotContain("\"42\"");
    }

    @Test
    void takesWhatAnAnswerTellsSeveralTimesOfOneReservationInItsOrder() {
        String[] told =
                IntStream.range(10, 30)
                        .mapToObj(n -> booking("41").replace("12050", n + "000"))
                        .toArray(String[]::new);
        channel.answers(200, queue(told)).answers(200, CONFIRMED);

        Exchange poll = poll("new");

        assertThat(desk.came).hasSize(20);
        assertThat(poll.getMessage().getHeader("Serai-Taken")).isEqualTo(20);
        assertThat(desk.came)
                .zipSatisfy(
                        IntStream.range(10, 30).boxed().toList(),
                        (reservation, n) -> assertThat(reservation).contains("\"" + n + "0.00\""));
    }

    @Test
    void parksWhatCannotBeTranslatedAndTakesTheOthers() {
        channel.answers(200, queue(booking("41").replace("12050", "a lot"), booking("42")))
                .answers(200, CONFIRMED);

        Exchange poll = poll("new");

        assertThat(poll.getMessage().getHeader("Serai-Taken")).isEqualTo(1);
        assertThat(poll.getMessage().getHeader("Serai-Failed")).isEqualTo(1);
        assertThat(channel.calls().get(1).body()).contains("\"42\"").doesNotContain("\"41\"");
        assertThat(desk.parked).singleElement().asString().contains("ResID_Value=\"41\"");
    }

    @Test
    void asksAndConfirmsTheOtherQueueForChanges() {
        channel.answers(
                        200,
                        "<OTA_HotelResModifyNotifRQ %s><HotelResModifies><HotelResModify ResStatus='Cancel'>%s</HotelResModify></HotelResModifies></OTA_HotelResModifyNotifRQ>%s"
                                .formatted(OTA, id("44"), RUID))
                .answers(200, CONFIRMED);

        poll("modify");

        assertThat(desk.came.get(0)).contains("\"kind\":\"cancel\"", "\"number\":\"44\"");
        assertThat(channel.calls())
                .extracting(ChannelStandIn.Call::path)
                .containsOnly("/hotels/ota/OTA_HotelResModifyNotif");
        assertThat(channel.calls().get(1).body()).contains("<HotelResModifies>", "\"44\"");
    }

    @Test
    void rejectsInSoManyWordsWhatCanNeverBeTaken() {
        channel.answers(200, queue(booking("41"), booking("45")))
                .answers(200, CONFIRMED)
                .answers(200, CONFIRMED);
        desk.rejects.add("45");

        Exchange poll = poll("new");

        assertThat(poll.getMessage().getHeader("Serai-Taken")).isEqualTo(2);
        assertThat(channel.calls().get(1).body()).contains("\"41\"").doesNotContain("\"45\"");
        assertThat(channel.calls().get(2).body()).contains("<Errors>", "RecordID=\"45\"");
    }

    @Test
    void thanksForNothingWhenTheQueueIsEmpty() {
        channel.answers(200, queue());

        Exchange poll = poll("new");

        assertThat(poll.getMessage().getHeader("Serai-Taken")).isEqualTo(0);
        assertThat(Ports.answer(poll).reference()).isEqualTo("cXVldWU=");
        assertThat(channel.calls()).hasSize(1);
    }

    @Test
    void takesNothingFromAnAnswerThatIsNoQueue() {
        channel.answers(200, "text/html", queue(booking("41")));

        Exchange poll = poll("new");

        assertThat(Ports.answer(poll).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(desk.came).isEmpty();
        assertThat(channel.calls()).hasSize(1);
    }

    @Test
    void leavesTheNextTryToTheNextPollWhenTheChannelFails() {
        channel.answers(503, "<busy/>");

        Exchange poll = poll("new");

        assertThat(poll.getMessage().getHeader("Serai-Taken")).isEqualTo(0);
        assertThat(poll.getMessage().getHeader("Serai-Failed")).isEqualTo(0);
        assertThat(Ports.answer(poll).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(channel.calls()).hasSize(1);
    }

    @Test
    void saysThatTheDoorHeldTheQuestionBack() {
        channel.answers(429, "Serai-Limited", "true", "<busy/>");

        Exchange poll = poll("new");

        assertThat(Ports.answer(poll).outcome()).isEqualTo(Outcome.LATER);
        assertThat(Ports.answer(poll).items()).extracting("code").containsExactly("limited");
    }

    @Test
    void repeatsAConfirmationWhileTheChannelFails() {
        channel.answers(200, queue(booking("41")))
                .answers(500, "<no/>")
                .cuts("<no")
                .answers(200, CONFIRMED);

        Exchange poll = poll("new");

        assertThat(poll.getMessage().getHeader("Serai-Taken")).isEqualTo(1);
        assertThat(channel.calls()).hasSize(4);
        assertThat(channel.calls().get(3).body()).isEqualTo(channel.calls().get(1).body());
    }

    @Test
    void countsWhatItTookWhenTheConfirmationDoesNotGetThrough() {
        channel.answers(200, queue(booking("41")))
                .answers(500, "<no/>")
                .answers(500, "<no/>")
                .answers(500, "<no/>");

        Exchange poll = poll("new");

        assertThat(poll.getMessage().getHeader("Serai-Taken")).isEqualTo(1);
        assertThat(Ports.answer(poll).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(channel.calls()).hasSize(4);
    }

    @Test
    void waitsAsLongAsTheChannelAsksBeforeItRepeatsAConfirmation() {
        channel.answers(200, queue(booking("42")))
                .answers(503, "Retry-After", "1", "<no/>")
                .answers(200, CONFIRMED);
        long begun = System.nanoTime();

        poll("new");

        assertThat(channel.calls()).hasSize(3);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(ONE_SECOND);
    }

    @Test
    void leavesAConfirmationToTheNextPollWhenTheChannelAsksForMoreThanSeconds() {
        channel.answers(200, queue(booking("43"))).answers(503, "Retry-After", "60", "<no/>");

        Exchange poll = poll("new");

        assertThat(poll.getMessage().getHeader("Serai-Taken")).isEqualTo(1);
        assertThat(channel.calls()).hasSize(2);
    }

    private Exchange poll(String queue) {
        return ports.call("reservations-poll", null, Map.of("Serai-Queue", queue));
    }

    private static String queue(String... bookings) {
        return "<OTA_HotelResNotifRQ %s><HotelReservations>%s</HotelReservations></OTA_HotelResNotifRQ>%s"
                .formatted(OTA, String.join("", bookings), RUID);
    }

    private static String booking(String number) {
        return """
               <HotelReservation><RoomStays><RoomStay IndexNumber="1">
                 <RoomTypes><RoomType RoomTypeCode="900001"/></RoomTypes>
                 <RoomRates><RoomRate EffectiveDate="2027-02-03" RatePlanCode="500001"><Rates><Rate>
                   <Total AmountAfterTax="12050" CurrencyCode="EUR" DecimalPlaces="2"/></Rate></Rates></RoomRate></RoomRates>
                 <BasicPropertyInfo HotelCode="777001"/>
               </RoomStay></RoomStays>%s</HotelReservation>
               """
                .formatted(id(number));
    }

    private static String id(String number) {
        return "<ResGlobalInfo><HotelReservationIDs><HotelReservationID ResID_Value='%s' ResID_Date='2027-01-12T09:29:55'/></HotelReservationIDs></ResGlobalInfo>"
                .formatted(number);
    }
}
