package io.serai.reservation.detail;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation;
import io.serai.reservation.IncomingReservation.Penalty;
import io.serai.reservation.IncomingReservation.Service;
import io.serai.reservation.People;
import io.serai.reservation.detail.BookingDetail.Night;
import io.serai.reservation.detail.BookingDetail.Payment;
import io.serai.reservation.detail.BookingDetail.Revision;
import io.serai.reservation.detail.BookingDetail.Room;
import io.serai.reservation.detail.DetailRows.Head;
import io.serai.reservation.detail.DetailRows.RevisionRow;
import io.serai.reservation.detail.DetailRows.RoomRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads bookings as they stand, people opened. */
@Component
public class BookingDetails {

    private static final String LAST_TOLD =
            """
            select body_sealed from reservation_revisions
             where reservation_id = ? and kind in ('new', 'modify') order by revision desc limit 1
            """;

    private final JdbcClient engine;
    private final People people;

    BookingDetails(JdbcClient engine, People people) {
        this.engine = engine;
        this.people = people;
    }

    /** The booking of a key, of whatever hotel; in the caller's transaction, if there is one. */
    public Optional<BookingDetail> read(long reservationId) {
        return read(engine, reservationId);
    }

    /** The booking of a key, where the session sees it. */
    public Optional<BookingDetail> read(JdbcClient session, long reservationId) {
        return read(session, List.of(reservationId)).stream().findFirst();
    }

    /** The bookings of these keys that the session sees, in the order of the keys. */
    public List<BookingDetail> read(JdbcClient session, Collection<Long> reservations) {
        var rows = DetailRows.read(session, reservations);
        Map<Long, Head> heads =
                rows.heads().stream().collect(Collectors.toMap(Head::id, Function.identity()));
        return reservations.stream()
                .map(heads::get)
                .filter(Objects::nonNull)
                .map(head -> detail(session, head, rows))
                .toList();
    }

    private BookingDetail detail(JdbcClient session, Head head, DetailRows rows) {
        var rooms = rows.rooms().getOrDefault(head.id(), List.of());
        var money = Money.of(head.currency());
        var more =
                head.hasDetails()
                        ? Particulars.kept(head, rooms, people)
                        : Particulars.sealed(lastTold(session, head));
        return new BookingDetail(
                Long.toString(head.id()),
                text(head.hotelId()),
                head.provider(),
                text(head.connectionId()),
                head.number(),
                head.hotelNumber(),
                head.brand(),
                head.status(),
                head.revision(),
                head.arrival(),
                head.departure(),
                head.currency(),
                money.amount(head.total()),
                money.amount(more.tax()),
                money.amount(head.commission()),
                DetailRows.instant(head.bookedAt()),
                DetailRows.instant(head.confirmedAt()),
                head.createdAt().toInstant(),
                head.updatedAt().toInstant(),
                head.isOversold(),
                head.isUnmapped(),
                head.isRejected(),
                head.personKey() == null || head.bookerSealed() == null
                        ? null
                        : people.openBooker(head.personKey(), head.bookerSealed()),
                rooms.stream().map(room -> room(head, room, more, rows, money)).toList(),
                more.services().stream().map(service -> service(service, money)).toList(),
                more.words().remarks(),
                more.words().loyalty(),
                payment(head),
                rows.revisions().getOrDefault(head.id(), List.of()).stream()
                        .map(BookingDetails::revision)
                        .toList());
    }

    private Optional<IncomingReservation> lastTold(JdbcClient session, Head head) {
        var key = head.personKey();
        return key == null
                ? Optional.empty()
                : session.sql(LAST_TOLD)
                        .param(head.id())
                        .query(byte[].class)
                        .optional()
                        .map(body -> people.openRevision(key, body));
    }

    private Room room(Head head, RoomRow room, Particulars more, DetailRows rows, Money money) {
        var key = head.personKey();
        var ofRoom = more.ofRoom(room.roomIndex());
        return new Room(
                room.roomIndex(),
                room.roomType(),
                room.remoteRoom(),
                room.roomName(),
                ofRoom.mealPlan(),
                room.arrival(),
                room.departure(),
                room.adults(),
                room.children(),
                ofRoom.ages(),
                key == null || room.guestSealed() == null
                        ? null
                        : people.openGuest(key, room.guestSealed()),
                key == null || room.remarksSealed() == null
                        ? null
                        : people.openRemarks(key, room.remarksSealed()),
                money.amount(room.total()),
                ofRoom.cancellation().stream()
                        .map(penalty -> new Penalty(penalty.from(), money.amount(penalty.amount())))
                        .toList(),
                rows.nights().getOrDefault(head.id(), List.of()).stream()
                        .filter(night -> night.roomIndex().equals(room.roomIndex()))
                        .map(
                                night ->
                                        new Night(
                                                night.night(),
                                                night.ratePlan(),
                                                night.remoteRate(),
                                                money.amount(night.price()),
                                                money.amount(night.fees()),
                                                night.promotion(),
                                                night.counted()))
                        .toList());
    }

    private static Service service(Service told, Money money) {
        Amount price = money.amount(told.price());
        return new Service(told.kind(), told.name(), told.persons(), told.nights(), price);
    }

    private static @Nullable Payment payment(Head head) {
        return head.collectedBy() == null || head.method() == null || head.paymentStatus() == null
                ? null
                : new Payment(
                        head.collectedBy(),
                        head.method(),
                        Money.of(head.paymentCurrency()).amount(head.amount()),
                        head.paymentCurrency(),
                        head.cardLast4(),
                        head.chargeableFrom(),
                        head.paymentStatus());
    }

    private static Revision revision(RevisionRow row) {
        return new Revision(
                Long.toString(row.id()),
                row.revision(),
                row.kind(),
                row.receivedAt().toInstant(),
                DetailRows.instant(row.changedAt()),
                DetailRows.instant(row.acknowledgedAt()),
                DetailRows.instant(row.confirmBy()),
                row.confirmWords());
    }

    private static @Nullable String text(@Nullable Integer id) {
        return id == null ? null : id.toString();
    }
}
