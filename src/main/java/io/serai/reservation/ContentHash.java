package io.serai.reservation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What a reservation says, in 32 bytes (SHA-256). Equal for two deliveries that say the same,
 * whether or not they carry the card, which a channel gives once, and whichever time and reference
 * stand on them; a booking that was changed before it was acknowledged may come as new or as a
 * change, so only a cancellation is told apart.
 */
record ContentHash(byte[] bytes) {

    private static final List<String> NOT_CONTENT =
            List.of("payment", "created", "reference", "kind");

    static ContentHash of(IncomingReservation reservation) {
        ObjectNode content = ReservationJson.MAPPER.valueToTree(reservation);
        content.remove(NOT_CONTENT);
        content.put("cancelled", reservation.isCancelled());
        return new ContentHash(sha256(ReservationJson.write(content)));
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
