package io.serai.console.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingsPageTests {

    private static final LocalDate ARRIVAL = LocalDate.now(ZoneOffset.UTC).plusDays(20);

    private final RunningSerai serai = RunningSerai.shared();
    private final SampleHotel hotel = SampleHotel.another(serai.database());
    private final Visitor operator = Visitor.signedIn(Visitor.user("operator", hotel.id()));

    @BeforeEach
    void sell() {
        hotel.sell(serai.database(), ARRIVAL.minusDays(1), ARRIVAL.plusDays(9), 2, 12000);
        operator.get(bookings());
    }

    @Test
    void takesABookingOfTheHotelsOwnForWhatItIsQuoted() {
        String offers = operator.get(bookings() + "/new" + stay()).body();
        String form = operator.get(bookings() + "/new" + stay() + "&sold=DBL~STD").body();

        var booked = operator.post(bookings() + "/new", guest("240.00"));
        String page = operator.get(where(booked)).body();

        assertThat(offers).contains("Garden Double").contains("120 + 120").contains("Choose");
        assertThat(form).contains("name=\"quoted\" value=\"240.00\"");
        assertThat(page).contains("Ada Lovelace").contains("EUR 240.00").contains("taken");
        assertThat(operator.get(bookings()).body()).contains("Ada Lovelace").contains("Direct");
    }

    @Test
    void booksOnceHoweverOftenAFormIsSent() {
        String shown = operator.get(bookings() + "/new" + stay() + "&sold=DBL~STD").body();
        Matcher key = Pattern.compile("name=\"key\" value=\"([0-9a-f-]{36})\"").matcher(shown);
        assertThat(key.find()).as(shown).isTrue();
        Map<String, String> form = with(guest("240.00"), "key", key.group(1));

        var twice =
                List.of(
                        CompletableFuture.supplyAsync(
                                () -> operator.post(bookings() + "/new", form)),
                        CompletableFuture.supplyAsync(
                                () -> operator.post(bookings() + "/new", form)));
        String first = where(twice.get(0).join());

        assertThat(where(twice.get(1).join())).isEqualTo(first);
        assertThat(booked()).isEqualTo(1);
        assertThat(where(operator.post(bookings() + "/new", guest("240.00")))).isNotEqualTo(first);
        var keyless = operator.post(bookings() + "/new", with(guest("240.00"), "key", ""));
        assertThat(keyless.statusCode()).isEqualTo(422);
        assertThat(booked()).isEqualTo(2);
    }

    @Test
    void saysWhyABookingCannotBeHad() {
        operator.post(bookings() + "/new", guest("240.00"));

        var tooMany = operator.post(bookings() + "/new", with(guest("480.00"), "rooms", "2"));
        var otherPrice = operator.post(bookings() + "/new", guest("10.00"));
        var noStay = operator.post(bookings() + "/new", with(guest("240.00"), "departure", "x"));
        var card =
                operator.post(
                        bookings() + "/new", with(guest("240.00"), "remarks", "4111111111111111"));

        var remark =
                operator.post(
                        bookings() + "/new",
                        with(guest("240.00"), "remarks", "fine\n" + "x".repeat(200_000)));

        assertThat(remark.statusCode()).isEqualTo(422);
        assertThat(remark.body())
                .contains(
                        "“a text of 200000 characters” cannot be the remarks: it has to be one of at most 2000");
        assertThat(tooMany.statusCode()).isEqualTo(409);
        assertThat(tooMany.body())
                .contains("Garden Double, Standard: only 1 room is left, 2 are needed")
                .contains("Lovelace");
        assertThat(otherPrice.body()).contains("It costs EUR 240.00 by now, not EUR 10.00");
        assertThat(noStay.statusCode()).isEqualTo(422);
        assertThat(card.statusCode()).isEqualTo(422);
        assertThat(card.body()).contains("a card number");
    }

    @Test
    void changesABookingAndTakesTheChangeBack() {
        String at = where(operator.post(bookings() + "/new", guest("240.00")));

        var changed = operator.post(at + "/direct/change", changed("1", ARRIVAL.plusDays(3)));
        String after = operator.get(at).body();
        var undone = operator.post(at + "/direct/change", hidden(after, "undo"));
        String back = operator.get(at).body();

        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(after).contains("Changed;").contains("Undo the change").contains("EUR 360.00");
        assertThat(after).contains("<del>EUR 240.00</del>").contains("<ins>EUR 360.00</ins>");
        assertThat(after).contains("EUR 120.00, Standard").doesNotContain("2 adults</ins>");
        assertThat(undone.statusCode()).isEqualTo(302);
        assertThat(back).contains("EUR 240.00").doesNotContain("Undo the change");
    }

    @Test
    void saysWhatAChangeCostsBeforeItIsMade() {
        String at = where(operator.post(bookings() + "/new", guest("240.00")));
        Map<String, String> longer = changed("1", ARRIVAL.plusDays(3));

        var quoted = operator.post(at + "/direct/quote", longer, "HX-Request", "true");
        var unscripted = operator.post(at + "/direct/quote", longer);
        var tooLong = operator.post(at + "/direct/quote", with(longer, "departure", "2027-02-30"));
        var closed =
                operator.post(
                        at + "/direct/quote",
                        with(longer, "departure", ARRIVAL.plusDays(12).toString()));

        assertThat(quoted.body())
                .contains("EUR 360.00")
                .contains("EUR 120.00 more than now")
                .contains("rooms left, its own counted: <span>2</span>")
                .contains("name=\"quoted\" value=\"360.00\"")
                .contains("Change the booking</button>");
        assertThat(unscripted.body()).contains("EUR 120.00 more than now").contains("<main");
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("cannot be the departure: it has to be a day");
        assertThat(closed.statusCode()).isEqualTo(409);
        assertThat(closed.body())
                .contains("Garden Double, Standard")
                .doesNotContain("Change the booking</button>");
        assertThat(operator.get(at).body()).doesNotContain("EUR 360.00");
    }

    @Test
    void changesForThePriceThatWasShownOrNotAtAll() {
        String at = where(operator.post(bookings() + "/new", guest("240.00")));
        Map<String, String> longer = changed("1", ARRIVAL.plusDays(3));

        var other = operator.post(at + "/direct/change", with(longer, "quoted", "300.00"));
        var same = operator.post(at + "/direct/change", with(longer, "quoted", "360.00"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("It costs EUR 360.00 by now, not EUR 300.00");
        assertThat(same.statusCode()).isEqualTo(302);
    }

    @Test
    void overwritesNothingThatSomebodyElseChangedMeanwhile() {
        String at = where(operator.post(bookings() + "/new", guest("240.00")));
        operator.post(at + "/direct/change", changed("1", ARRIVAL.plusDays(3)));

        var late = operator.post(at + "/direct/change", changed("1", ARRIVAL.plusDays(4)));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody changed it meanwhile");
    }

    @Test
    void cancelsNotesAndConfirmsWhatIsTheHotelsOwn() {
        String at = where(operator.post(bookings() + "/new", guest("240.00")));

        var early = operator.post(at + "/direct/no-show", Map.of("version", "1"));
        operator.post(at + "/direct/confirm", Map.of("version", "1", "hotelNumber", "PMS-1"));
        String confirmed = operator.get(at).body();
        var tooMuch =
                operator.post(at + "/direct/cancel", Map.of("version", "2", "penalty", "5000.00"));
        operator.post(at + "/direct/cancel", Map.of("version", "2", "penalty", "50,00"));
        String cancelled = operator.get(at).body();

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("from the day of arrival on");
        assertThat(tooMuch.statusCode()).isEqualTo(409);
        assertThat(tooMuch.body())
                .contains("cannot be the fee: it has to be at most EUR 240.00, what was booked")
                .contains("value=\"5000.00\"")
                .containsPattern("<details open=\"open\">\\s*<summary>Cancel it");
        assertThat(confirmed).contains("PMS-1").contains("Noted as confirmed");
        assertThat(cancelled)
                .contains("EUR 50.00, fee kept for the cancellation; it was booked for EUR 240.00")
                .contains("Book the same stay anew");
        assertThat(operator.get(bookings()).body()).contains("fee kept for the cancellation");
    }

    @Test
    void saysOfTheHotelsOwnBookingsWhoTakesTheMoneyAndWhatIsOpen() {
        String at = where(operator.post(bookings() + "/new", guest("240.00")));
        Visitor books = Visitor.signedIn(Visitor.user("finance", hotel.id()));

        String page = operator.get(at).body();
        String payment = books.get(at + "/payments").body();
        operator.post(at + "/direct/cancel", Map.of("version", "1", "penalty", "0"));
        String cancelled = books.get(at + "/payments").body();

        assertThat(page).contains("the hotel collects it from the guest");
        assertThat(payment)
                .contains("EUR 240.00 of EUR 240.00, not counting what was paid at the desk")
                .contains("the guest pays at the desk")
                .doesNotContain("unknown")
                .doesNotContain("did not say")
                .doesNotContain("Ask the channel");
        assertThat(cancelled).contains("EUR 0.00 of EUR 0.00");
        assertThat(operator.get(at).body()).contains("EUR 0.00, cancelled free of charge");
    }

    @Test
    void findsBookingsByAllThatItsAddressNames() {
        String at = where(operator.post(bookings() + "/new", guest("240.00")));
        String id = at.substring(at.lastIndexOf('/') + 1);
        String number =
                serai.sql()
                        .sql("select number from reservations where id = ?")
                        .param(Long.valueOf(id))
                        .query(String.class)
                        .single();

        for (String narrow :
                List.of(
                        "number=" + number,
                        "guest=ada%20LOVELACE",
                        "guest=ada%40example.org",
                        "channel=direct&status=booked&sort=arrival",
                        "status=standing&by=stay&from=%1$s&to=%1$s".formatted(ARRIVAL.plusDays(1)),
                        "by=arrival&from=%1$s&to=%1$s".formatted(ARRIVAL),
                        "by=departure&from=%1$s&to=%1$s&sort=total-most"
                                .formatted(ARRIVAL.plusDays(2)),
                        "by=booked&from=" + LocalDate.now(ZoneOffset.UTC).minusDays(1))) {
            assertThat(operator.get(bookings() + "?" + narrow).body())
                    .as(narrow)
                    .contains("Booking " + number);
        }
        for (String otherwise :
                List.of(
                        "number=X",
                        "guest=ada",
                        "channel=booking.com",
                        "status=cancelled",
                        "needs=oversold",
                        "needs=unconfirmed",
                        "by=stay&from=%1$s&to=%1$s".formatted(ARRIVAL.plusDays(2)),
                        "page=2")) {
            assertThat(operator.get(bookings() + "?" + otherwise).body())
                    .as(otherwise)
                    .doesNotContain("Booking " + number);
        }
    }

    @Test
    void saysWhatIsWrongWithAFilterInsteadOfAnEmptyList() {
        var soon = operator.get(bookings() + "?from=soon");
        var turned = operator.get(bookings() + "?from=2027-07-02&to=2027-07-01");

        assertThat(soon.statusCode()).isEqualTo(422);
        assertThat(soon.body()).contains("“soon” cannot be the first day: it has to be a day");
        assertThat(turned.body())
                .contains("The first day lies after the last")
                .doesNotContain("No booking");
        assertThat(turned.body().split("aria-invalid=\"true\"", -1)).hasSize(3);
    }

    @Test
    void saysOfOneRoomTypeThatNoneOfItsNightsIsOversoldAndNotThatNothingIsToBeDone() {
        String overbookings = "/hotels/" + hotel.id() + "/overbookings";

        assertThat(operator.get(overbookings).body()).contains("Nothing to do: no night");
        assertThat(operator.get(overbookings + "?type=" + hotel.roomType()).body())
                .contains("No night of this room type", "selected=\"selected\"")
                .doesNotContain("Nothing to do");
    }

    @Test
    void pagesThroughMoreThanOnePage() {
        serai.sql()
                .sql(
                        """
                        insert into reservations (hotel_id, provider, number, status)
                        select :hotel, 'direct', 'P-' || :hotel || '-' || n, 'booked' from generate_series(1, 60) n
                        """)
                .param("hotel", hotel.id())
                .update();

        String first = operator.get(bookings() + "?status=booked").body();
        String second = operator.get(bookings() + "?status=booked&page=2").body();

        assertThat(first).contains("1 – 50 of 60").contains("status=booked&amp;page=2");
        assertThat(second).contains("51 – 60 of 60").contains("Booking P-" + hotel.id() + "-1\"");
    }

    @Test
    void isForWhoOperatesThere() {
        String at = where(operator.post(bookings() + "/new", guest("240.00")));
        Visitor viewer = Visitor.signedIn(Visitor.user("viewer", hotel.id()));
        Visitor stranger = Visitor.signedIn(Visitor.user("operator"));
        String list = viewer.get(bookings()).body();
        stranger.get("/login");

        var booked = viewer.post(bookings() + "/new", guest("240.00"));
        var cancelled = viewer.post(at + "/direct/cancel", Map.of("version", "1"));

        assertThat(list).doesNotContain("New booking</a>");
        assertThat(viewer.get(at).body()).doesNotContain("Cancel the booking");
        assertThat(booked.statusCode()).isEqualTo(403);
        assertThat(cancelled.statusCode()).isEqualTo(403);
        assertThat(stranger.get(bookings()).statusCode()).isEqualTo(404);
        assertThat(stranger.get(at).statusCode()).isEqualTo(404);
        assertThat(operator.post(at + "/direct/dance", Map.of()).statusCode()).isEqualTo(404);
    }

    private int booked() {
        return serai.sql()
                .sql("select count(*) from reservations where hotel_id = ?")
                .param(hotel.id())
                .query(Integer.class)
                .single();
    }

    private String bookings() {
        return "/hotels/" + hotel.id() + "/bookings";
    }

    private static String stay() {
        return "?arrival=%s&departure=%s&adults=2&children=0&rooms=1"
                .formatted(ARRIVAL, ARRIVAL.plusDays(2));
    }

    private static Map<String, String> guest(String quoted) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("arrival", ARRIVAL.toString());
        form.put("departure", ARRIVAL.plusDays(2).toString());
        form.put("adults", "2");
        form.put("children", "0");
        form.put("rooms", "1");
        form.put("key", UUID.randomUUID().toString());
        form.put("sold", "DBL~STD");
        form.put("quoted", quoted);
        form.put("given", "Ada");
        form.put("surname", "Lovelace");
        form.put("email", "ada@example.org");
        return form;
    }

    private static Map<String, String> changed(String version, LocalDate departure) {
        Map<String, String> form = guest("");
        form.put("version", version);
        form.put("departure", departure.toString());
        form.put("sold-1", "DBL~STD");
        form.put("adults-1", "2");
        form.put("children-1", "0");
        return form;
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        form.put(name, value);
        return form;
    }

    private static String where(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "");
    }

    /** The hidden fields of a form of this class. */
    private static Map<String, String> hidden(String page, String form) {
        String part = page.substring(page.indexOf("class=\"" + form + "\""));
        Matcher field =
                Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"")
                        .matcher(part.substring(0, part.indexOf("</form>")));
        Map<String, String> fields = new LinkedHashMap<>();
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }
}
