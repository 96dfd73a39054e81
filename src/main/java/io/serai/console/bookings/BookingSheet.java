package io.serai.console.bookings;

import io.serai.channel.Amount;
import io.serai.console.HotelNames;
import io.serai.console.Times;
import io.serai.hotel.Money;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetail.Night;
import io.serai.reservation.detail.BookingDetail.Revision;
import io.serai.reservation.detail.BookingDetail.Room;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A booking as its page shows it, in the hotel's time.
 *
 * @param booking as it stands
 * @param channel how the hotel calls the connection
 * @param channelName what the channel itself is called
 * @param names what the hotel calls what it sells
 * @param unawaited whether the channel waits for no word that we have it
 * @param totalNote what the total of a cancelled booking is; empty for all others
 * @param zone of the hotel
 * @param now this moment
 */
record BookingSheet(
        BookingDetail booking,
        String channel,
        String channelName,
        HotelNames names,
        boolean unawaited,
        String totalNote,
        ZoneId zone,
        Instant now) {

    /** Something known of it. */
    record Fact(String name, String value) {}

    /** What the booking as a whole says, as far as it was told. */
    public List<Fact> getFacts() {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Booked by", SheetWords.booker(booking.booker()));
        add(facts, "Stay", stay());
        add(facts, "Total", total());
        add(facts, "Taxes", money(booking.taxes()));
        add(facts, "Commission", money(booking.commission()));
        add(facts, "Payment", SheetWords.payment(booking, channelName, this::money));
        add(facts, "Seen at", booking.brand());
        add(facts, "Booked", moment(booking.bookedAt()));
        add(facts, "The hotel's number", booking.hotelNumber());
        add(facts, "Remarks", String.join("; ", booking.remarks()));
        add(
                facts,
                "Besides",
                booking.services().stream()
                        .map(
                                it ->
                                        Stream.of(
                                                        Objects.requireNonNullElse(
                                                                it.name(), it.kind()),
                                                        money(it.price()))
                                                .filter(Objects::nonNull)
                                                .filter(text -> !text.isEmpty())
                                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(", ")));
        return facts;
    }

    /** What somebody has to see to; empty when nothing. */
    public String getAlert() {
        return Stream.of(
                        booking.oversold() ? "more rooms sold than there are" : "",
                        booking.unmapped() ? "a room or a rate of it is not known here" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Whether the channel knows that we have it, and until when it has to. */
    public String getClock() {
        if (booking.takenByHotel() || booking.revisions().isEmpty()) {
            return "";
        }
        Revision last = booking.revisions().get(booking.revisions().size() - 1);
        if (last.acknowledgedAt() != null) {
            return "acknowledged " + Times.moment(last.acknowledgedAt(), zone);
        }
        if (last.confirmBy() == null) {
            return unawaited ? "taken; the channel waits for no answer" : "not yet acknowledged";
        }
        return Times.deadline(last.confirmBy(), now, zone);
    }

    /** What happens when that time is over; empty where nothing does, or the channel knows it. */
    public String getThen() {
        return booking.takenByHotel()
                        || booking.revisions().isEmpty()
                        || booking.revisions().get(booking.revisions().size() - 1).confirmBy()
                                == null
                ? ""
                : "After that the channel tells the hotel by e-mail; the booking stands all the"
                        + " same.";
    }

    /** Whether the hotel can change it by itself: it took it, and it is neither over nor gone. */
    public boolean isChangeable() {
        return booking.takenByHotel()
                && (booking.status().equals("booked") || booking.status().equals("modified"));
    }

    /** Who stays in a room, and what goes with it. */
    public String of(Room room) {
        return Stream.of(
                        room.guest(),
                        StayWords.people(room.adults(), room.children(), room.ages()),
                        room.mealPlan(),
                        room.remarks(),
                        SheetWords.cancelling(room, this::money))
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
    }

    /** What a revision says of the booking. */
    public String kind(Revision revision) {
        return switch (revision.kind()) {
            case "modify" -> "changed";
            case "cancel" -> "cancelled";
            default -> revision.kind();
        };
    }

    /** What a room is called here, else at its channel. */
    public String name(Room room) {
        return room.roomType() != null
                ? names.roomType(room.roomType())
                : Objects.requireNonNullElse(room.name(), room.remoteRoom());
    }

    /** The name of the plan of a night; what its channel calls it where it means none here. */
    public String rate(Night night) {
        return night.ratePlan() == null
                ? Objects.requireNonNullElse(night.remoteRate(), "")
                : names.ratePlan(night.ratePlan());
    }

    private String total() {
        return booking.total() == null || totalNote.isEmpty()
                ? money(booking.total())
                : money(booking.total()) + ", " + totalNote;
    }

    /** Its channel's name; null where the hotel took it itself. */
    @Nullable String channelOfIts() {
        return booking.takenByHotel() ? null : channelName;
    }

    /** An amount with the booking's currency; empty where it was not told. */
    public String money(@Nullable Amount amount) {
        return amount == null ? "" : Money.of(amount.value(), booking.currency());
    }

    /** A moment in the hotel's time; empty for none. */
    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : Times.moment(moment, zone);
    }

    /** A night with the name of its day. */
    public String day(LocalDate night) {
        return Times.weekday(night);
    }

    /** A first and a last night; empty for none. */
    public String stay() {
        return booking.arrival() == null || booking.departure() == null
                ? ""
                : Times.nights(booking.arrival(), booking.departure());
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(name, value));
        }
    }

    /** A guest's name is no text for a log. */
    @Override
    public String toString() {
        return booking.toString();
    }
}
