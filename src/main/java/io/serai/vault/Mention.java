package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a text names a booking: its number as a word of its own, not within a longer one. */
public final class Mention {

    private final Pattern pattern;

    private Mention(String number) {
        pattern = Pattern.compile("(?<![0-9A-Za-z])" + Pattern.quote(number) + "(?![0-9A-Za-z])");
    }

    /** Of this number. */
    public static Mention of(String number) {
        return new Mention(number);
    }

    /** All words of a text that can be a booking's number. */
    public static Set<String> words(String text) {
        return Stream.of("[^0-9A-Za-z]+", "[^0-9A-Za-z-]+")
                .flatMap(between -> Stream.of(text.split(between)))
                .collect(Collectors.toSet());
    }

    /** Whether a text, in UTF-8, has it. */
    public boolean isIn(byte[] text) {
        return pattern.matcher(new String(text, UTF_8)).find();
    }
}
