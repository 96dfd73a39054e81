package io.serai.stories;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Card numbers and security codes that are known to have been on their way, and looking for them in
 * whatever was kept. A code is told from other digits by the field that it stands in; one that
 * begins with 0 also by standing alone, as no number of ours does.
 */
enum MarkedCards {
    POLLED("4111111111111111", "737"),
    VIRTUAL("5555555555554444", "123"),
    NOTIFIED("4012888888881881", "0937"),
    UNREADABLE("6011111111111117", "0846"),
    MALFORMED("5105105105105100", "0758"),
    UNPROVED("378282246310005", "0569"),
    IN_A_REMARK("3530111333300000", "0671");

    private static final int MORE_THAN_IS_SHOWN = 12;

    /** More than a field's name and what is between it and a code. */
    private static final int BEFORE = 100;

    private static final List<String> NUMBERS =
            Arrays.stream(values()).flatMap(card -> looks(card.number)).toList();

    private static final String CODES =
            Arrays.stream(values()).map(card -> card.code).collect(Collectors.joining("|"));

    private static final String TELLING =
            Arrays.stream(values())
                    .map(card -> card.code)
                    .filter(code -> code.startsWith("0"))
                    .collect(Collectors.joining("|"));

    /** What channels, and whoever writes a table, may call a code. */
    private static final List<String> FIELDS =
            List.of(
                    "series_?code",
                    "security_?code",
                    "verification_?number",
                    "(?:cc_?|card_?)?cv[cv]2?",
                    "card_?code",
                    "code_sealed",
                    "\"code");

    /** Between a field and its value: quotes as they are, escaped, or encoded once more. */
    private static final String BETWEEN = "(?:[^0-9A-Za-z]|quot|u003d|u0022|%[0-9A-F]{2}){1,12}";

    private static final Pattern CODE =
            Pattern.compile(
                    "(?i)(?:%s)%s(?:%s)(?![0-9A-Za-z])"
                            .formatted(String.join("|", FIELDS), BETWEEN, CODES));

    private static final Pattern ALONE =
            Pattern.compile(
                    "(?:(?<=[\"'<>=\\s(,\\[{;])|^)(?:%s)(?=[\"'<>&\\s),\\]};]|$)"
                            .formatted(TELLING));

    /** Bytes as a database writes them. */
    private static final Pattern BYTES = Pattern.compile("\\\\x((?:[0-9a-f]{2})+)");

    final String number;
    final String code;

    MarkedCards(String number, String code) {
        this.number = number;
        this.code = code;
    }

    /** Beginnings of a number: bare, in groups, in hexadecimal digits, and in Base64. */
    private static Stream<String> looks(String number) {
        String shown = number.substring(0, MORE_THAN_IS_SHOWN);
        return Stream.of(
                        Stream.of(shown, HexFormat.of().formatHex(shown.getBytes(US_ASCII))),
                        Stream.of(" ", "-").map(by -> String.join(by, shown.split("(?<=\\G.{4})"))),
                        IntStream.range(0, 3)
                                .mapToObj(skipped -> shown.substring(skipped, skipped + 9))
                                .map(nine -> Base64.getEncoder().encodeToString(bytes(nine))))
                .flatMap(each -> each);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    /** Numbers, or what is more than the last four digits of one, and codes that a text holds. */
    static List<String> in(String text) {
        return Stream.of(text, BYTES.matcher(text).replaceAll(MarkedCards::read))
                .distinct()
                .flatMap(MarkedCards::clear)
                .distinct()
                .toList();
    }

    private static String read(MatchResult bytes) {
        return Matcher.quoteReplacement(
                new String(HexFormat.of().parseHex(bytes.group(1)), ISO_8859_1));
    }

    private static Stream<String> clear(String text) {
        return Stream.of(NUMBERS.stream().filter(text::contains), all(CODE, text), all(ALONE, text))
                .flatMap(each -> each);
    }

    /** Looks around the places of codes alone: most texts are long and have none. */
    private static Stream<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher =
                pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (MarkedCards card : values()) {
            int at = text.indexOf(card.code);
            for (; at >= 0; at = text.indexOf(card.code, at + 1)) {
                matcher.region(Math.max(0, at - BEFORE), at + card.code.length());
                while (matcher.find()) {
                    found.add(matcher.group());
                }
            }
        }
        return found.stream();
    }
}
