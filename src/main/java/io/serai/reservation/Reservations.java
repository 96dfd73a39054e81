package io.serai.reservation;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Kind;
import io.serai.reservation.IncomingReservation.Room;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The current bookings, one row for each number of an account. */
@Repository
class Reservations {

    private static final Comparator<LocalDate> DATES = Comparator.naturalOrder();
    private static final String LOCKED =
            """
            select id, number, hotel_id, connection_id, status, revision, is_rejected, person_key, erased_at is not null as is_erased
              from reservations
            """;

    private final JdbcClient jdbc;

    Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks the number, made known if it was not: who comes second waits for the first. What says
     * that it is new mostly is.
     *
     * @param at whose it is where it is not known yet
     */
    KnownReservation lock(
            long accountId,
            String provider,
            IncomingReservation told,
            Optional<HotelConnection> at) {
        var number = told.number();
        var first =
                told.kind() == Kind.NEW
                        ? Optional.<KnownReservation>empty()
                        : find(accountId, number);
        return first.or(() -> add(accountId, provider, number, at))
                .or(() -> find(accountId, number))
                .orElseThrow();
    }

    private Optional<KnownReservation> add(
            long accountId, String provider, String number, Optional<HotelConnection> at) {
        return jdbc.sql(
                        """
                        insert into reservations (account_id, provider, number, hotel_id, connection_id, status)
                        values (:account, :provider, :number, :hotel, :connection, 'booked')
                        on conflict (account_id, number) do nothing
                        returning id, number, hotel_id, connection_id, status, revision, is_rejected, person_key, erased_at is not null as is_erased
                        """)
                .param("account", accountId)
                .param("provider", provider)
                .param("number", number)
                .param("hotel", at.map(HotelConnection::hotelId).orElse(null), Types.INTEGER)
                .param("connection", at.map(HotelConnection::id).orElse(null), Types.INTEGER)
                .query(KnownReservation.class)
                .optional();
    }

    Optional<KnownReservation> lock(long id) {
        return jdbc.sql(LOCKED + " where id = ? for update")
                .param(id)
                .query(KnownReservation.class)
                .optional();
    }

    private Optional<KnownReservation> find(long accountId, String number) {
        return jdbc.sql(LOCKED + " where account_id = ? and number = ? for update")
                .params(accountId, number)
                .query(KnownReservation.class)
                .optional();
    }

    /** Whether it is known and of which hotel. */
    boolean isPlaced(long accountId, String number) {
        return jdbc.sql(
                        "select exists (select from reservations where account_id = ? and number = ? and hotel_id is not null)")
                .params(accountId, number)
                .query(Boolean.class)
                .single();
    }

    /** Says whose it is, also of the revisions that were kept before anybody knew. */
    void place(KnownReservation known, HotelConnection connection) {
        jdbc.sql("update reservations set hotel_id = ?, connection_id = ? where id = ?")
                .params(connection.hotelId(), connection.id(), known.id())
                .update();
        if (known.revision() > 0) {
            jdbc.sql("update reservation_revisions set hotel_id = ? where reservation_id = ?")
                    .params(connection.hotelId(), known.id())
                    .update();
        }
    }

    /** The current booking becomes what this revision says; a cancellation keeps what it omits. */
    void replace(
            KnownReservation known,
            IncomingReservation now,
            @Nullable OffsetDateTime bookedAt,
            SealedPeople people) {
        jdbc.sql(
                        """
                        update reservations
                           set status        = :status,
                               arrival       = coalesce(:arrival, case when :cancelled then arrival end),
                               departure     = coalesce(:departure, case when :cancelled then departure end),
                               currency      = coalesce(:currency, currency),
                               total         = coalesce(:total, case when :cancelled then total end),
                               commission    = coalesce(:commission, case when :cancelled then commission end),
                               booked_at     = coalesce(:bookedAt, booked_at),
                               brand         = coalesce(:brand, brand),
                               tax           = case when :cancelled then coalesce(:tax, tax) else :tax end,
                               services      = case when :cancelled then coalesce(cast(:services as jsonb), services) else cast(:services as jsonb) end,
                               words_sealed  = case when :cancelled then coalesce(:words, words_sealed) else :words end,
                               has_details   = has_details or not :cancelled or revision = 0,
                               revision      = revision + 1,
                               is_rejected   = hotel_id is null and not :cancelled,
                               person_key    = :personKey,
                               booker_sealed = case when :cancelled then coalesce(booker_sealed, :booker) else coalesce(:booker, booker_sealed) end,
                               booker_hash   = case when :cancelled then coalesce(booker_hash, :nameHash) else coalesce(:nameHash, booker_hash) end,
                               email_hash    = case when :cancelled then coalesce(email_hash, :emailHash) else coalesce(:emailHash, email_hash) end
                         where id = :id
                        """)
                .param("status", statusAfter(known, now))
                .param("cancelled", now.isCancelled())
                .param("arrival", now.stays().map(Room::arrival).min(DATES).orElse(null))
                .param("departure", now.stays().map(Room::departure).max(DATES).orElse(null))
                .param("currency", now.currency())
                .param("total", value(now.total()))
                .param("commission", value(now.commission()))
                .param("bookedAt", bookedAt)
                .param("brand", now.brand(), Types.VARCHAR)
                .param("tax", value(now.tax()), Types.NUMERIC)
                .param("services", services(now), Types.VARCHAR)
                .param("words", people.words(), Types.BINARY)
                .param("personKey", people.key())
                .param("booker", people.booker())
                .param("nameHash", people.nameHash())
                .param("emailHash", people.emailHash())
                .param("id", known.id())
                .update();
    }

    /**
     * Whether something needs a person: a room or rate without meaning here, a night sold twice.
     */
    void flag(long id, boolean unmapped, boolean oversold) {
        jdbc.sql("update reservations set is_unmapped = ?, is_oversold = ? where id = ?")
                .params(unmapped, oversold, id)
                .update();
    }

    private static String statusAfter(KnownReservation known, IncomingReservation now) {
        if (now.isCancelled()) {
            return "cancelled";
        }
        return known.revision() == 0 || known.isRejected() ? "booked" : "modified";
    }

    private static @Nullable String services(IncomingReservation now) {
        return now.services().isEmpty() ? null : ReservationJson.write(now.services());
    }

    private static @Nullable BigDecimal value(@Nullable Amount amount) {
        return amount == null ? null : amount.value();
    }
}
