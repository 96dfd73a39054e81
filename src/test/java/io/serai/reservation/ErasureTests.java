package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.delivery.Family;
import io.serai.delivery.Parking;
import io.serai.delivery.ParkingSlip;
import io.serai.reservation.detail.BookingDetails;
import io.serai.reservation.guest.GuestFiles;
import io.serai.reservation.guest.GuestSubject;
import io.serai.reservation.guest.Retention;
import io.serai.vault.CardVault;
import io.serai.vault.PersonalKeys;
import io.serai.vault.SealBroken;
import io.serai.vault.SealedOriginals;
import io.serai.vault.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Erasing a guest: what stays, what goes, and that nothing brings them back. */
class ErasureTests {

    private static final String WHO = "(?i)lovelace|ada@example|late arrival";

    private static final Instant WHEN = Instant.parse("2026-01-02T03:04:05Z");

    private final TestHotel hotel = new TestHotel();
    private final Erasure erasure = TestSerai.bean(Erasure.class);
    private final GuestFiles files = TestSerai.bean(GuestFiles.class);
    private final CardVault vault = TestSerai.bean(CardVault.class);

    @Test
    void leavesNobodyInAnyTableAndTheFiguresOfTheInvoice() {
        take(booking("1"), "late arrival");
        take(booking("1").changed().nights(0, 3).card(card()), "late arrival");
        departed();
        mapped();
        var before = figures();
        assertThat(found()).isNotEmpty();

        var erased = erasure.erase(id(), "user:dpo", "asked by the guest");

        assertThat(erased.kept()).isNull();
        assertThat(found()).isEmpty();
        assertThat(
                        hotel.one(
                                "select count(*) from mapped_messages where account_id = ?",
                                hotel.account))
                .isEqualTo("0");
        assertThat(figures()).isEqualTo(before);
        assertThat(
                        hotel.one(
                                "select actor || ' ' || act from audit where subject = 'reservation' and hotel_id = ?",
                                hotel.hotel))
                .isEqualTo("user:dpo erase-people");
    }

    @Test
    void knowsARepetitionAndTakesAChangeWithoutBringingAnybodyBack() {
        take(booking("1"), "late arrival");
        departed();
        erasure.erase(id(), "user:dpo", "asked");

        assertThat(retake(booking("1").card(card()))).isEqualTo(Receipt.REPEATED);
        assertThat(retake(booking("1").changed().nights(0, 3).card(card())))
                .isEqualTo(Receipt.REVISED);
        assertThat(hotel.take(cancellation("1"))).isEqualTo(Receipt.CANCELLED);

        assertThat(found()).isEmpty();
        assertThat(hotel.revisions("1")).isEqualTo(3);
    }

    @Test
    void setsAsideWhatIsParkedOfTheBookingAndTakesNobodyFromAReplay() {
        take(booking("1"), "late arrival");
        departed();
        park("1", ReservationJson.write(booking("1").changed().at(hotel.remote)));
        park(null, "<unreadable>1 Ada Lovelace</unreadable>");
        park("11", "{\"number\":\"11\",\"of\":\"somebody else\"}");

        var erased = erasure.erase(id(), "user:dpo", "asked");
        hotel.take(booking("1").changed(), new Delivery.Replayed(Instant.now()));

        assertThat(erased.setAside()).isEqualTo(2);
        assertThat(
                        hotel.one(
                                "select string_agg(state, ',' order by id) from parked_messages where account_id = ?",
                                hotel.account))
                .isEqualTo("discarded,discarded,parked");
        assertThat(found()).isEmpty();
    }

    @Test
    void leavesAndHandsOutNothingOfOtherHotelsAndGuests() throws Exception {
        var other = otherHotelOfTheAccount();
        take(booking("1"), "late arrival");
        take(booking("22"));
        departed();
        park(null, "<other>1 Eve</other>", other);
        park(null, "<other>1 Eve at " + other + "</other>", null);
        park(null, "<both>1 and 22 at " + hotel.remote + "</both>", hotel.remote);
        park(null, "<ours>1 Ada Lovelace at " + hotel.remote + "</ours>", null);
        var original =
                TestSerai.bean(SealedOriginals.class)
                        .put(hotel.account, "poll", "1 22".getBytes(StandardCharsets.UTF_8));

        var file = ReservationJson.write(files.file(hotel.jdbc, hotel.hotel, List.of(id())));
        var erased = erasure.erase(id(), "user:dpo", "asked");

        assertThat(file).contains("<ours>").doesNotContain("<other>", "<both>");
        assertThat(erased.setAside()).isOne();
        assertThat(
                        hotel.one(
                                "select string_agg(state, ',' order by id) from parked_messages where account_id = ?",
                                hotel.account))
                .isEqualTo("parked,parked,parked,discarded");
        assertThat(TestSerai.bean(SealedOriginals.class).open(original)).isNotEmpty();
    }

    @Test
    void setsAsideWhatIsParkedOfABookingErasedLongAgo() {
        take(booking("1"), "late arrival");
        departed();
        erasure.erase(id(), "user:dpo", "asked");
        hotel.jdbc
                .sql("update reservations set erased_at = now() - interval '400 days' where id = ?")
                .param(id())
                .update();
        park(null, "<unreadable>1 Ada Lovelace</unreadable>", null);
        assertThat(found()).isNotEmpty();

        TestSerai.bean(Retention.class).sweep();

        assertThat(found()).isEmpty();
    }

    @Test
    void keepsWhomTheHotelStillAwaitsAndACardThatMayYetBeCharged() {
        hotel.take(booking("1").card(card()));
        assertThat(erasure.erase(id(), "user:dpo", "asked").kept())
                .startsWith("the guest stays until");
        hotel.take(cancellation("1"));

        var erased = erasure.erase(id(), "user:dpo", "asked");

        assertThat(erased.kept()).startsWith("its card may be charged from");
        assertThat(found()).isNotEmpty();
    }

    @Test
    void tellsTwoRevisionsApartThatDifferedByTheirPeopleAlone() {
        take(booking("1"), "late arrival");
        take(booking("1").changed(), "late arrival", "bring a cot");
        departed();

        erasure.erase(id(), "user:dpo", "asked");

        assertThat(
                        hotel.one(
                                "select string_agg(turn::text, ',' order by revision) || ' ' || count(distinct content_hash) from reservation_revisions where account_id = ?",
                                hotel.account))
                .isEqualTo("0,1 1");
        assertThat(TestSerai.bean(BookingDetails.class).read(id()).orElseThrow().revisions())
                .hasSize(2);
    }

    @Test
    void findsAGuestByAddressOrNameAndHandsOutAllThatIsKnown() throws Exception {
        take(booking("1").card(card()), "late arrival");
        park(null, "<unreadable>1 Ada Lovelace</unreadable>");

        var byAddress =
                files.find(
                        hotel.jdbc,
                        hotel.hotel,
                        new GuestSubject(" ADA@example.org", null, List.of()));
        var byName =
                files.find(
                        hotel.jdbc,
                        hotel.hotel,
                        new GuestSubject(null, "ada  lovelace", List.of()));
        var file = files.file(hotel.jdbc, hotel.hotel, byAddress);

        assertThat(byAddress).containsExactly(id()).isEqualTo(byName);
        assertThat(
                        files.find(
                                hotel.jdbc,
                                hotel.hotel,
                                new GuestSubject("eve@example.org", null, List.of())))
                .isEmpty();
        var json = ReservationJson.write(file);
        assertThat(json)
                .contains(
                        "Lovelace",
                        "Ada@Example.org",
                        "late arrival",
                        "<unreadable>",
                        "\"lastFour\":\"1111\"")
                .doesNotContain("4111111111111111");
    }

    @Test
    void erasesWhoseTimeIsOverByTheHotelsOwnRule() {
        take(booking("1"), "late arrival");
        hotel.jdbc
                .sql("insert into hotel_privacy (hotel_id, people_days) values (?, 100)")
                .param(hotel.hotel)
                .update();
        left(99);
        TestSerai.bean(Retention.class).endPeople();
        assertThat(found()).isNotEmpty();

        left(102);
        TestSerai.bean(Retention.class).endPeople();

        assertThat(found()).isEmpty();
        assertThat(hotel.one("select erased_by from reservations where hotel_id = ?", hotel.hotel))
                .isEqualTo("engine:retention");
    }

    @Test
    void setsAsideWhatComesAgainLater() {
        take(booking("1"), "late arrival");
        departed();
        erasure.erase(id(), "user:dpo", "asked");
        park("1", "Ada Lovelace again, booking 1");
        hotel.jdbc
                .sql(
                        "insert into ota_webhooks (provider, message_id, account_id, body_sealed, state) values ('harbour.example', ?, ?, ?, 'done')")
                .params(
                        "m" + hotel.remote,
                        hotel.account,
                        TestSerai.bean(Sealer.class)
                                .seal(
                                        "<b n='1'>Ada Lovelace</b>"
                                                .getBytes(StandardCharsets.UTF_8),
                                        "webhook"))
                .update();
        assertThat(found()).isNotEmpty();

        TestSerai.bean(Retention.class).sweep();

        assertThat(found()).isEmpty();
    }

    /** Whatever any row of any table says of the guest, opened by every key there is. */
    private List<String> found() {
        var found = new ArrayList<String>();
        var keys =
                hotel.jdbc
                        .sql(
                                "select person_key from reservations where account_id = ? and person_key is not null")
                        .param(hotel.account)
                        .query(byte[].class)
                        .list();
        for (String table :
                hotel.jdbc
                        .sql(
                                "select relname from pg_class where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace")
                        .query(String.class)
                        .list()) {
            for (Map<String, Object> row :
                    TestSerai.owner().sql("select * from \"" + table + "\"").query().listOfRows()) {
                if (isOurs(row)) {
                    row.forEach(
                            (column, value) ->
                                    texts(value, keys)
                                            .filter(text -> text.matches("(?s).*(" + WHO + ").*"))
                                            .forEach(text -> found.add(table + "." + column)));
                }
            }
        }
        return found;
    }

    /** Rows of other tests' hotels hold guests of the same name. */
    private boolean isOurs(Map<String, Object> row) {
        var hotelOf = row.get("hotel_id");
        var account = row.get("account_id");
        return (hotelOf == null || hotelOf.equals(hotel.hotel))
                && (account == null || account.equals(hotel.account));
    }

    private Stream<String> texts(Object value, List<byte[]> keys) {
        if (!(value instanceof byte[] bytes)) {
            return Stream.of("" + value);
        }
        var texts = new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8)));
        var sealer = TestSerai.bean(Sealer.class);
        for (String purpose :
                List.of(
                        "card",
                        "card-code",
                        "original",
                        "parked-message",
                        "webhook",
                        "hook-secret")) {
            opened(() -> sealer.open(bytes, purpose), texts);
        }
        for (byte[] key : keys) {
            for (String purpose :
                    List.of(
                            "reservation-booker",
                            "reservation-guest",
                            "reservation-remarks",
                            "reservation-words",
                            "reservation-revision")) {
                opened(() -> TestSerai.bean(PersonalKeys.class).open(key, bytes, purpose), texts);
            }
        }
        return texts.stream();
    }

    private static void opened(Supplier<byte[]> opening, List<String> texts) {
        try {
            texts.add(new String(opening.get(), StandardCharsets.UTF_8));
        } catch (SealBroken otherwise) {
            // sealed for something else
        }
    }

    private String figures() {
        return hotel.one(
                """
                select jsonb_build_object('r', (select jsonb_build_array(number, status, arrival, departure, currency, total, commission, tax, services) from reservations where id = :id),
                    'rooms', (select jsonb_agg(jsonb_build_array(room_index, room_name, adults, total) order by room_index) from reservation_rooms where reservation_id = :id),
                    'nights', (select jsonb_agg(jsonb_build_array(night, price) order by night) from reservation_nights where reservation_id = :id),
                    'payment', (select jsonb_build_array(collected_by, method, amount, currency) from ota_payments where reservation_id = :id))::text
                """
                        .replace(":id", "" + id()));
    }

    private String card() {
        return vault.put(
                        hotel.account,
                        Map.of("CardNumber", "4111111111111111", "CardHolderName", "A Lovelace"))
                .token()
                .orElseThrow()
                .value();
    }

    private Receipt retake(Message message) {
        return hotel.inbox.take(
                hotel.account,
                told(message, "late arrival"),
                new Delivery.Polled(hotel.claim(message.queue())));
    }

    private void take(Message message, String... notes) {
        hotel.inbox.take(
                hotel.account,
                told(message, notes),
                new Delivery.Polled(hotel.claim(message.queue())));
    }

    private IncomingReservation told(Message message, String... notes) {
        return message.created(WHEN).at(hotel.remote, WHEN, notes);
    }

    private String otherHotelOfTheAccount() {
        var remote = "other-" + hotel.remote;
        hotel.jdbc
                .sql(
                        """
                        with h as (insert into hotels (code, name, time_zone, currency) values (:remote, 'Other', 'UTC', 'EUR') returning id)
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                        select 'harbour', 'ota', 'harbour.example', '{}', jsonb_build_object('hotel_id', cast(:remote as text)), id, :account, 'open' from h
                        """)
                .param("remote", remote)
                .param("account", hotel.account)
                .update();
        return remote;
    }

    private void park(String number, String body) {
        park(number, body, hotel.remote);
    }

    private void park(String number, String body, String remoteHotel) {
        var slip =
                new ParkingSlip(
                                "reservation-take",
                                ParkingSlip.Kind.RESERVATION,
                                hotel.account + "/" + body.hashCode(),
                                hotel.account,
                                remoteHotel,
                                body)
                        .as(Family.CANNOT_PASS);
        TestSerai.bean(Parking.class)
                .park(
                        number == null ? slip : slip.of(number, "modify"),
                        new IllegalStateException("no room"));
    }

    private long id() {
        return Long.parseLong(
                hotel.one(
                        "select id::text from reservations where account_id = ? and number = '1'",
                        hotel.account));
    }

    /** A message of the account that was kept for trying mappings. */
    private void mapped() {
        hotel.one(
                "insert into mapped_messages (mapping, account_id, taken_at, text_hash, sealed) values ('x/in.xsl', ?, now(), '', '') returning id::text",
                hotel.account);
    }

    private void departed() {
        left(1);
    }

    private void left(int daysAgo) {
        hotel.jdbc
                .sql(
                        "update reservations set arrival = current_date - ? - 3, departure = current_date - ? where account_id = ?")
                .params(daysAgo, daysAgo, hotel.account)
                .update();
    }
}
