package io.serai.channel.door;

import io.serai.channel.wire.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds what a channel calls a call, at the beginning or the end of its answer. */
final class References {

    private static final int NEAR = 4096;

    private References() {}

    static @Nullable String find(Answer answer, @Nullable Pattern reference) {
        if (reference == null || answer.body().length == 0) {
            return null;
        }
        byte[] body = answer.body();
        String end = text(Arrays.copyOfRange(body, Math.max(0, body.length - NEAR), body.length));
        String found = first(reference.matcher(end));
        return found != null || body.length <= NEAR
                ? found
                : first(reference.matcher(text(Arrays.copyOf(body, NEAR))));
    }

    private static @Nullable String first(Matcher matcher) {
        return matcher.find()
                ? IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseGet(matcher::group)
                : null;
    }

    /** A reference is plain ASCII, whatever the answer is written in. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
