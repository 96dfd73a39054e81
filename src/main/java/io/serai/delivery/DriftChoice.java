package io.serai.delivery;

import java.util.Arrays;
import java.util.Locale;

/** What is done with what a channel shows otherwise than it accepted. */
public enum DriftChoice {
    /** What the hotel set is sent again. */
    OURS,
    /** What the channel shows is set in the hotel. */
    THEIRS,
    /** A person is asked. */
    ASK;

    /** Its name in settings, messages and records. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The choice that goes by a word.
     *
     * @throws IllegalArgumentException naming the word, when it is none
     */
    static DriftChoice of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "drift: '" + word + "' (expected: ours, theirs or ask)"));
    }

    /**
     * The way to settle drift that goes by a word.
     *
     * @throws IllegalArgumentException naming the word, when it is none
     */
    public static DriftChoice settling(String word) {
        if (word.equals(OURS.word()) || word.equals(THEIRS.word())) {
            return of(word);
        }
        throw new IllegalArgumentException("as: '" + word + "' (expected: ours or theirs)");
    }
}
