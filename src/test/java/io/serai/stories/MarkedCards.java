package io.serai.stories;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Card numbers that are known to have been on their way, and looking for them in whatever was kept.
 */
final class MarkedCards {

    static final String POLLED = "4111111111111111";
    static final String VIRTUAL = "5555555555554444";
    static final String NOTIFIED = "4012888888881881";
    static final String UNREADABLE = "6011111111111117";
    static final String MALFORMED = "5105105105105100";
    static final String UNPROVED = "378282246310005";
    static final String IN_A_REMARK = "3530111333300000";

    private static final int MORE_THAN_IS_SHOWN = 12;

    /** Numbers as they are, their beginnings, and both as a database writes bytes. */
    private static final List<String> LOOKS =
            Stream.of(POLLED, VIRTUAL, NOTIFIED, UNREADABLE, MALFORMED, UNPROVED, IN_A_REMARK)
                    .map(number -> number.substring(0, MORE_THAN_IS_SHOWN))
                    .flatMap(
                            number ->
                                    Stream.of(
                                            number,
                                            HexFormat.of().formatHex(number.getBytes(US_ASCII))))
                    .toList();

    private MarkedCards() {}

    /** The numbers, or what is more than the last four digits of one, that a text holds. */
    static List<String> in(String text) {
        return LOOKS.stream().filter(text::contains).toList();
    }

    /** The same of bytes. */
    static List<String> in(byte[] bytes) {
        return in(new String(bytes, ISO_8859_1));
    }
}
