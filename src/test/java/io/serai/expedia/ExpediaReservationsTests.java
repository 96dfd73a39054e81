package io.serai.expedia;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.PushAnswer.Outcome;
import io.serai.expedia.ReservationBench.Call;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class ExpediaReservationsTests {

    private static final Map<String, Object> WISHED = Map.of("Serai-Asked", "2020-01-01T00:00:00Z");

    private static final String CARD = "4111111111111111";
    private static final String CONFIRMED = confirmed("");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final LocalDate ARRIVAL = LocalDate.now().plusDays(40);

    private final ReservationBench bench = new ReservationBench();

    @Test
    void takesABookingInMovesTheStockAndConfirmsItWithANumberOfOurs() {
        bench.answers(page(book(41)), CONFIRMED);

        var poll = bench.poll("pending");

        assertThat(count(poll, "Serai-Taken")).isEqualTo(1);
        assertThat(Ports.answer(poll).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(bench.calls()).extracting(Call::path).containsExactly("/eqc/br", "/eqc/bc");
        assertThat(bench.calls().get(0).body())
                .contains("username=\"eqc-" + bench.remote + "\"")
                .doesNotContain("ParamSet", "<Hotel");
        assertThat(bench.calls().get(1).body())
                .contains(
                        "<Hotel id=\"" + bench.remote + "\"",
                        "bookingID=\"41\" bookingType=\"Book\" confirmNumber=\"S" + id(41) + "\"");
        assertThat(bench.revision(41, "acknowledged_at is not null")).isEqualTo("true");
        assertThat(sold(ARRIVAL)).isEqualTo("1");
    }

    @Test
    void keepsTheCardInTheVaultAndNowhereElse() {
        bench.answers(page(book(41)), CONFIRMED);

        bench.poll("pending");

        assertThat(
                        bench.one(
                                "select p.method || ' ' || p.card_last4 from ota_payments p join reservations r on r.id = p.reservation_id where r.account_id = ?",
                                bench.account))
                .isEqualTo("guest-card 1111");
        assertThat(
                        bench.one(
                                "select count(*)::text from cards where account_id = ?",
                                bench.account))
                .isEqualTo("1");
        assertThat(bench.tablesWith(CARD)).isEmpty();
        assertThat(bench.tablesWith("Exemplo")).isEmpty();
    }

    @Test
    void findsTheMappedRateByItsNumberWithoutTheLetterOfHotelCollect() {
        bench.answers(page(book(41)), CONFIRMED);

        bench.poll("pending");

        assertThat(
                        bench.one(
                                "select is_unmapped || ' ' || brand from reservations where account_id = ?",
                                bench.account))
                .isEqualTo("false Hotels.com");
    }

    @Test
    void followsAChangeAndACancellationThatSaysNothingButThat() {
        bench.answers(page(book(41)), CONFIRMED);
        bench.poll("pending");

        bench.answers(page(change(41, 60)), CONFIRMED);
        bench.poll("pending");
        assertThat(sold(ARRIVAL)).isEqualTo("0");
        assertThat(sold(ARRIVAL.plusDays(1))).isEqualTo("1");
        bench.answers(page(cancel(41, 120)), CONFIRMED);
        bench.poll("pending");

        assertThat(sold(ARRIVAL.plusDays(1))).isEqualTo("0");
        assertThat(
                        bench.one(
                                "select status || ' ' || arrival || ' ' || total || ' ' || (select adults from reservation_rooms m where m.reservation_id = r.id)"
                                        + " || ' ' || (select card_last4 from ota_payments p where p.reservation_id = r.id) from reservations r where account_id = ?",
                                bench.account))
                .isEqualTo("cancelled " + ARRIVAL.plusDays(1) + " 240.000 2 1111");
        assertThat(bench.calls())
                .filteredOn(call -> call.path().equals("/eqc/bc"))
                .extracting(call -> call.body().replaceAll("(?s).*bookingType=\"(\\w+)\".*", "$1"))
                .containsExactly("Book", "Modify", "Cancel");
    }

    @Test
    void asksAgainAtOnceWhileAPageIsFullAndConfirmsTenAMessage() {
        bench.answers(
                page(LongStream.range(1000, 1125).mapToObj(this::book).toArray(String[]::new)));
        IntStream.range(0, 13).forEach(part -> bench.answers(CONFIRMED));

        var full = bench.poll("pending");

        assertThat(count(full, "Serai-Taken")).isEqualTo(125);
        assertThat(full.getMessage().getHeader("Serai-More", Boolean.class)).isTrue();
        assertThat(bench.calls()).hasSize(14);
        assertThat(
                        bench.one(
                                "select count(*)::text from reservation_revisions where account_id = ? and acknowledged_at is not null",
                                bench.account))
                .isEqualTo("125");
        bench.answers(
                page(LongStream.range(1125, 1130).mapToObj(this::book).toArray(String[]::new)),
                CONFIRMED);
        var rest = bench.poll("pending");
        assertThat(count(rest, "Serai-Taken")).isEqualTo(5);
        assertThat(rest.getMessage().getHeader("Serai-More", Boolean.class)).isFalse();
    }

    @Test
    void takesAWarningForNotConfirmedAndConfirmsWhenTheBookingComesAgain() {
        bench.answers(page(book(41), book(42)), confirmed(warning(10105, 42)));
        bench.poll("pending");

        assertThat(bench.revision(41, "acknowledged_at is not null")).isEqualTo("true");
        assertThat(bench.revision(42, "acknowledged_at is null and confirm_words like '10105 %'"))
                .isEqualTo("true");
        bench.answers(page(book(42)), CONFIRMED);
        bench.poll("retrieved");

        assertThat(bench.calls().get(2).body()).contains("<Status value=\"retrieved\"/>");
        assertThat(bench.revision(42, "revision || ' ' || (acknowledged_at is not null)"))
                .isEqualTo("1 true");
        assertThat(sold(ARRIVAL)).isEqualTo("2");
    }

    @Test
    void neverConfirmsAgainWhatTheChannelWillNotTake() {
        bench.answers(page(book(41)), confirmed(warning(10103, 41)));
        bench.poll("pending");

        bench.answers(page(book(41)));
        bench.poll("retrieved");

        assertThat(bench.calls()).hasSize(3);
        assertThat(bench.revision(41, "confirm_ended_at is not null")).isEqualTo("true");
        assertThat(
                        bench.one(
                                "select count(*)::text from audit where hotel_id = ? and act = 'not-confirmed'",
                                bench.hotel))
                .isEqualTo("1");
    }

    @Test
    void takesABookingThatCameTwiceOnceAndConfirmsItAfterTheConfirmationWasCut() {
        bench.answers(page(book(41)));
        bench.poll("pending");

        assertThat(bench.calls()).extracting(Call::path).contains("/eqc/bc");
        assertThat(bench.revision(41, "acknowledged_at is null")).isEqualTo("true");
        bench.answers(page(book(41)), CONFIRMED);
        bench.poll("retrieved");

        assertThat(bench.revision(41, "revision || ' ' || (acknowledged_at is not null)"))
                .isEqualTo("1 true");
        assertThat(sold(ARRIVAL)).isEqualTo("1");
    }

    @Test
    void asksForEachHotelFromThenOnWhenTheChannelDemandsIt() {
        bench.answers(refused(3207));

        var poll = bench.poll("pending");

        assertThat(poll.getMessage().getHeader("Serai-More", Boolean.class)).isTrue();
        assertThat(Ports.answer(poll).outcome()).isEqualTo(Outcome.APPLIED);
        bench.answers(page(book(41)), CONFIRMED);
        assertThat(count(bench.poll("pending"), "Serai-Taken")).isEqualTo(1);
        assertThat(bench.calls().get(1).body()).contains("<Hotel id=\"" + bench.remote + "\"");
    }

    @Test
    void stopsAllCallsOfAnAccountThatTheChannelDoesNotLetIn() {
        bench.answers(refused(1001));

        var poll = bench.poll("pending");

        assertThat(Ports.answer(poll).outcome()).isEqualTo(Outcome.BROKEN);
        assertThat(bench.one("select state from channel_accounts where id = ?", bench.account))
                .isEqualTo("broken");
        bench.poll("pending");
        assertThat(bench.calls()).hasSize(1);
    }

    @Test
    void parksWhatItCannotTranslateAndTakesTheOthers() {
        bench.answers(
                page(
                        book(41).replace("<GuestCount adult='2'", "<GuestCount adult='Exemplo'"),
                        book(42)),
                CONFIRMED);

        var poll = bench.poll("pending");

        assertThat(count(poll, "Serai-Taken")).isEqualTo(1);
        assertThat(count(poll, "Serai-Failed")).isEqualTo(1);
        assertThat(bench.calls().get(1).body()).contains("\"42\"").doesNotContain("\"41\"");
        assertThat(
                        bench.one(
                                "select route || ' ' || kind || ' ' || reason from parked_messages where account_id = ?",
                                bench.account))
                .startsWith("expedia-reservation-in reservation ")
                .doesNotContain("Exemplo");
        assertThat(bench.tablesWith(CARD)).isEmpty();
    }

    @Test
    void leavesABookingOfAHotelThatNobodyKnowsUnconfirmed() {
        bench.answers(page(book(41).replace("Hotel id='" + bench.remote, "Hotel id='1")));

        var poll = bench.poll("pending");

        assertThat(count(poll, "Serai-Taken")).isEqualTo(1);
        assertThat(bench.calls()).hasSize(1);
        assertThat(bench.revision(41, "acknowledged_at is null")).isEqualTo("true");
    }

    @Test
    void knowsThatABookingForTodayExpiresInHalfAnHour() {
        var today = LocalDate.now(java.time.ZoneId.of("Europe/Lisbon"));
        bench.answers(page(stay(41, "Book", 0, today)));

        bench.poll("pending");

        assertThat(bench.revision(41, "expires_at - changed_at = interval '30 minutes'"))
                .isEqualTo("true");
    }

    @Test
    void readsOneBookingAgain() {
        bench.answers(page(book(41)), CONFIRMED);

        var read = bench.ask("reservation-read", "{\"number\": \"41\"}", WISHED);

        assertThat(Ports.answer(read).items())
                .extracting("words")
                .containsExactly("It stood otherwise there: taken as revision 1");
        assertThat(bench.calls().get(0).body())
                .contains("<ParamSet><Booking id=\"41\"/></ParamSet>");
        assertThat(bench.revision(41, "acknowledged_at is not null")).isEqualTo("true");

        bench.answers(page(book(41)));
        read = bench.ask("reservation-read", "{\"number\": \"41\"}", later());
        assertThat(Ports.answer(read).items())
                .extracting("words")
                .containsExactly("It stands there as we have it");
        assertThat(bench.calls()).as("it is confirmed already").hasSize(3);
    }

    private static Map<String, Object> later() {
        return Map.of("Serai-Asked", java.time.Instant.now().toString());
    }

    @Test
    void comparesWhatStandsThereWithoutConfirmingAgainWhatIsConfirmed() {
        bench.answers(page(book(41)), CONFIRMED, page(book(42)));

        var compared =
                bench.ask(
                        "reservations-compare",
                        "{\"hotel\": \"%d\", \"days\": 3}".formatted(bench.remote),
                        Map.of("Serai-Connection", bench.connection));

        assertThat(Ports.answer(compared).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(bench.calls())
                .extracting(ReservationBench.Call::path)
                .containsExactly("/eqc/br", "/eqc/bc", "/eqc/br");
        assertThat(bench.calls().get(2).body())
                .contains("<Status value=\"confirmed\"/><NbDaysInPast>3</NbDaysInPast>");
        assertThat(bench.revision(41, "source || ' ' || (acknowledged_by is null)"))
                .isEqualTo("history true");
        assertThat(bench.revision(42, "source || ' ' || acknowledged_by"))
                .isEqualTo("history not waited for");
    }

    @Test
    void saysWhyABookingCannotBeReadAgain() {
        bench.answers(refused(3080));

        var read = bench.ask("reservation-read", "{\"number\": \"41\"}", WISHED);

        assertThat(Ports.answer(read).items()).extracting("code").containsExactly("3080");
    }

    private String book(long number) {
        return stay(number, "Book", 0, ARRIVAL);
    }

    private String change(long number, int seconds) {
        return stay(number, "Modify", seconds, ARRIVAL.plusDays(1));
    }

    private String stay(long number, String type, int seconds, LocalDate arrival) {
        return """
               <Booking id='%1$d' type='%2$s' createDateTime='%3$s' source='A-Hotels.com' status='pending'>
                 <Hotel id='%4$d'/>
                 <RoomStay roomTypeID='210001' ratePlanID='330001A'>
                   <StayDate arrival='%5$s' departure='%6$s'/><GuestCount adult='2'/>
                   <PerDayRates currency='EUR'><PerDayRate stayDate='%5$s' baseRate='240.00'/></PerDayRates>
                   <Total amountAfterTaxes='240.00' currency='EUR'/>
                   <PaymentCard cardCode='VI' cardNumber='%7$s' seriesCode='123' expireDate='1231'><CardHolder name='Ines Exemplo' city='Porto'/></PaymentCard>
                 </RoomStay>
                 <PrimaryGuest><Name givenName='Ines' surname='Exemplo'/></PrimaryGuest>
               </Booking>
               """
                .formatted(
                        number,
                        type,
                        NOW.plusSeconds(seconds),
                        bench.remote,
                        arrival,
                        arrival.plusDays(1),
                        CARD);
    }

    private String cancel(long number, int seconds) {
        return """
               <Booking id='%d' type='Cancel' createDateTime='%s' source='A-Hotels.com' status='pending'>
                 <Hotel id='%d'/>
                 <RoomStay roomTypeID='0' ratePlanID='0'><StayDate arrival='2027-01-01' departure='2027-01-02'/><GuestCount adult='1'/>
                   <PerDayRates currency='EUR'><PerDayRate stayDate='2027-01-01' baseRate='0.00'/></PerDayRates>
                   <Total amountAfterTaxes='0.00' currency='EUR'/></RoomStay>
                 <PrimaryGuest><Name givenName='Ines' surname='Exemplo'/></PrimaryGuest>
               </Booking>
               """
                .formatted(number, NOW.plusSeconds(seconds), bench.remote);
    }

    private static String page(String... bookings) {
        return "<BookingRetrievalRS xmlns='http://www.expediaconnect.com/EQC/BR/2014/01'><Bookings>%s</Bookings></BookingRetrievalRS>"
                .formatted(String.join("", bookings));
    }

    private static String refused(int code) {
        return "<BookingRetrievalRS xmlns='http://www.expediaconnect.com/EQC/BR/2014/01'><Error code='%d'>No. Ref=[e-1]</Error></BookingRetrievalRS>"
                .formatted(code);
    }

    private static String confirmed(String warnings) {
        return "<BookingConfirmRS xmlns='http://www.expediaconnect.com/EQC/BC/2007/08'><Success>%s</Success></BookingConfirmRS>"
                .formatted(warnings);
    }

    private static String warning(int code, long number) {
        return "<Warning code='%d' bookingID='%d' bookingType='Book'>Not so. Ref=[w-1]</Warning>"
                .formatted(code, number);
    }

    private String sold(LocalDate night) {
        return bench.one(
                "select coalesce(sum(sold), 0)::text from room_nights where room_type_id = ? and night = ?",
                bench.room,
                night);
    }

    private String id(long number) {
        return bench.one(
                "select id::text from reservations where account_id = ? and number = ?",
                bench.account,
                "" + number);
    }

    private static int count(Exchange poll, String header) {
        return poll.getMessage().getHeader(header, 0, Integer.class);
    }
}
