package io.serai.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message that cannot be processed now.
 *
 * @param route the route that takes it when it is replayed
 * @param key what it is about, unique for the route: a later message of the same key takes its
 *     place
 * @param remoteHotel the channel's number of the hotel, where the message says it
 * @param body without cards and secrets; none where it could not be read
 * @param booking the channel's number of the reservation it is about; null where it is about none,
 *     or that could not be read
 * @param told what it says happened to that: new, modify or cancel; null where it says nothing
 * @param family how it is dealt with; null: as what failed says
 * @param ownHotel our key of the hotel, where no channel's number of it is told
 * @param mayBeDone whether it may have been done already, so that a person must look first
 */
public record ParkingSlip(
        String route,
        Kind kind,
        String key,
        @Nullable Long accountId,
        @Nullable String remoteHotel,
        @Nullable String body,
        @Nullable String booking,
        @Nullable String told,
        @Nullable Family family,
        @Nullable Integer ownHotel,
        boolean mayBeDone) {

    /** About no booking; dealt with as what failed says. */
    public ParkingSlip(
            String route,
            Kind kind,
            String key,
            @Nullable Long accountId,
            @Nullable String remoteHotel,
            @Nullable String body) {
        this(route, kind, key, accountId, remoteHotel, body, null, null, null, null, false);
    }

    /** What may be parked; rooms, prices and content never are. */
    public enum Kind {
        RESERVATION,
        WEBHOOK,
        /** Something the hotel asked a channel for. */
        CALL,
        /** Something a hotel's own system was to be told. */
        HOOK;

        /** Its word in the database and the API. */
        public String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same of a booking: those of one are replayed in their order. */
    public ParkingSlip of(@Nullable String number, @Nullable String happened) {
        return new ParkingSlip(
                route,
                kind,
                key,
                accountId,
                remoteHotel,
                body,
                number,
                happened,
                family,
                ownHotel,
                mayBeDone);
    }

    /** The same, dealt with like this. */
    public ParkingSlip as(Family how) {
        return new ParkingSlip(
                route,
                kind,
                key,
                accountId,
                remoteHotel,
                body,
                booking,
                told,
                how,
                ownHotel,
                mayBeDone);
    }

    /** The same of a hotel that we know by its key. */
    public ParkingSlip at(int hotel) {
        return new ParkingSlip(
                route,
                kind,
                key,
                accountId,
                remoteHotel,
                body,
                booking,
                told,
                family,
                hotel,
                mayBeDone);
    }

    /** The same, which may have been done: sent again only where somebody says so of it. */
    public ParkingSlip thatMayBeDone() {
        return new ParkingSlip(
                route,
                kind,
                key,
                accountId,
                remoteHotel,
                body,
                booking,
                told,
                family,
                ownHotel,
                true);
    }

    /** A key for a message that says nothing of what it is about. */
    public static String fingerprint(String message) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(message.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "message " + key + " for " + route;
    }
}
