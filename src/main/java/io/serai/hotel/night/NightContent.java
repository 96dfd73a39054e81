package io.serai.hotel.night;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;

/**
 * A night as it is written.
 *
 * @param sold what is sold there
 * @param night the night
 * @param values every field that may be written
 * @param shown what else is known of it, by name
 */
public record NightContent(
        Sold sold,
        LocalDate night,
        Map<NightField, NightValue> values,
        Map<String, Integer> shown) {

    /** Another one for every other content: 16 hexadecimal digits. */
    public String version() {
        StringBuilder text = new StringBuilder();
        values.forEach((field, value) -> text.append(field.word()).append('=').append(value));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
