package io.serai.reservation.feed;

import io.serai.reservation.IncomingReservation;
import io.serai.reservation.detail.BookingDetail;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was told of a reservation up to a revision that is not its latest.
 *
 * @param kind what had happened by then: new, modify, cancel or no-show
 * @param connection at which it was told; 0: at none
 */
record ToldThen(IncomingReservation told, String kind, int connection) {

    private static final Comparator<LocalDate> DATES = Comparator.naturalOrder();

    /**
     * The booking as of then. Who booked is who books now where it was not said then; how it is
     * paid and when it was confirmed is always as it stands.
     */
    BookingDetail booking(BookingDetail now, int revision, RemoteCodes codes) {
        List<BookingDetail.Room> rooms =
                told.rooms().stream()
                        .filter(room -> !room.nights().isEmpty())
                        .map(room -> room(room, codes))
                        .toList();
        return new BookingDetail(
                now.id(),
                now.hotel(),
                now.channel(),
                now.connection(),
                now.number(),
                now.hotelNumber(),
                told.brand() == null ? now.brand() : told.brand(),
                status(),
                revision,
                rooms.stream().map(BookingDetail.Room::arrival).min(DATES).orElse(null),
                rooms.stream().map(BookingDetail.Room::departure).max(DATES).orElse(null),
                told.currency() == null ? now.currency() : told.currency(),
                told.total(),
                told.tax(),
                told.commission(),
                now.bookedAt(),
                now.confirmedAt(),
                now.createdAt(),
                now.updatedAt(),
                now.oversold(),
                rooms.stream().anyMatch(ToldThen::isUnmapped),
                false,
                told.booker() == null ? now.booker() : told.booker(),
                rooms,
                told.services(),
                told.remarks(),
                told.loyalty(),
                now.payment(),
                now.revisions().stream().filter(it -> it.revision() <= revision).toList());
    }

    private BookingDetail.Room room(IncomingReservation.Room room, RemoteCodes codes) {
        String type = codes.room(connection, room.room());
        return new BookingDetail.Room(
                room.index(),
                type,
                room.room(),
                room.name(),
                room.mealPlan(),
                room.nights().get(0).night(),
                room.nights().get(room.nights().size() - 1).night().plusDays(1),
                room.adults(),
                room.children(),
                room.ages(),
                room.guest(),
                remarks(room),
                room.total(),
                room.cancellation(),
                room.nights().stream().map(night -> night(room, night, type, codes)).toList());
    }

    private BookingDetail.Night night(
            IncomingReservation.Room room,
            IncomingReservation.Night night,
            @Nullable String type,
            RemoteCodes codes) {
        return new BookingDetail.Night(
                night.night(),
                Stream.of(night.rate(), night.otherRate())
                        .map(rate -> codes.rate(connection, room.room(), rate))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                night.rate(),
                night.price(),
                night.fees(),
                night.promotion(),
                type != null && !kind.equals("cancel"));
    }

    private @Nullable String remarks(IncomingReservation.Room room) {
        String lines =
                String.join(
                        "\n",
                        Stream.of(room.remarks(), told.notes())
                                .flatMap(List::stream)
                                .distinct()
                                .toList());
        return lines.isEmpty() ? null : lines;
    }

    private String status() {
        return switch (kind) {
            case "cancel" -> "cancelled";
            case "modify" -> "modified";
            case "no-show" -> "no-show";
            default -> "booked";
        };
    }

    private static boolean isUnmapped(BookingDetail.Room room) {
        return room.roomType() == null
                || room.nights().stream()
                        .anyMatch(night -> night.ratePlan() == null && night.remoteRate() != null);
    }
}
