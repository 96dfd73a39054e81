package io.serai.reservation.guest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.reservation.IncomingReservation;
import io.serai.reservation.detail.BookingDetail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a guest at a hotel.
 *
 * @param hotel the id of the hotel
 * @param madeAt when it was put together
 */
public record GuestFile(String hotel, Instant madeAt, List<Stay> bookings) {

    /**
     * One booking.
     *
     * @param booking as it stands, people opened
     * @param erasedAt when its people were erased; null: they are not
     * @param revisions every one, as the channel or the hotel told it
     * @param cards those kept for it
     * @param messages texts that are kept beside it: parked, or a channel's call
     * @param passedOn where Serai told the hotel's own systems of it
     * @param requests what channels were asked to do with it
     * @param acts who did what with it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stay(
            BookingDetail booking,
            @Nullable Instant erasedAt,
            List<Told> revisions,
            List<Card> cards,
            List<Message> messages,
            List<PassedOn> passedOn,
            List<Request> requests,
            List<Act> acts) {}

    /** A revision, whole. */
    public record Told(int revision, String kind, Instant receivedAt, IncomingReservation said) {}

    /**
     * A card; its number only as far as anybody sees it.
     *
     * @param hasCode whether its security code is still kept
     */
    public record Card(
            String lastFour,
            @Nullable LocalDate expires,
            @Nullable String holder,
            boolean hasCode,
            Instant since) {}

    /**
     * A text that names the booking.
     *
     * @param where {@code parked} or {@code call}
     */
    public record Message(
            String where, String id, Instant at, @Nullable String kind, String text) {}

    /** A webhook to a hotel's own system. */
    public record PassedOn(String url, String event, String payload, Instant at, String state) {}

    /** What a channel was asked. */
    public record Request(
            String id, String action, String state, String askedBy, Instant askedAt) {}

    /** An entry of the audit. */
    public record Act(Instant at, String actor, String act) {}
}
