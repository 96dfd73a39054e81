package io.serai.channel.door;

import io.serai.channel.DoorHeaders;
import io.serai.channel.account.Access;
import io.serai.channel.wire.Answer;
import io.serai.vault.SealedOriginals;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes answers safe: what a route gets of them holds no card and no secret. */
final class Incoming {

    private static final Logger log = LoggerFactory.getLogger(Incoming.class);

    private final SealedOriginals originals;
    private final CardsOut cards;

    Incoming(SealedOriginals originals, CardsOut cards) {
        this.originals = originals;
        this.cards = cards;
    }

    /**
     * What a route gets of an answer.
     *
     * @param body the safe body
     * @param utf8 whether it was written anew, in UTF-8
     * @param headers headers to it
     */
    record Safe(byte[] body, boolean utf8, Map<String, String> headers) {}

    /**
     * Makes an answer safe. One that may hold cards and means success is sealed and committed
     * before anything is done with it.
     *
     * @param paths where the call's answers hold cards, the number's first; empty for none
     */
    Safe safe(Visit visit, List<String> paths, Answer answer, Access.Granted access) {
        if (answer.body().length == 0) {
            return new Safe(answer.body(), false, Map.of());
        }
        if (paths.isEmpty()) {
            return answer.successful() && structured(answer)
                    ? new Safe(answer.body(), false, Map.of())
                    : masked(answer, access);
        }
        return answer.successful() ? sealed(visit, paths, answer) : unsealed(paths, answer, access);
    }

    private Safe sealed(Visit visit, List<String> paths, Answer answer) {
        long original = originals.put(visit.account(), visit.call(), answer.body());
        Map<String, String> headers = new TreeMap<>();
        headers.put(DoorHeaders.ORIGINAL, Long.toString(original));
        try {
            SafeBody body = read(answer);
            if (body.isEmpty()) {
                originals.delete(original);
                return new Safe(answer.body(), false, Map.of());
            }
            cards.take(body, visit.account(), visit.call(), paths);
            return new Safe(body.bytes(), true, headers);
        } catch (IOException unreadable) {
            log.error(
                    "{} for account {}: {}; sealed as original {}",
                    visit.call(),
                    visit.account(),
                    unreadable.getMessage(),
                    original);
            headers.put(DoorHeaders.UNREADABLE, answer.body().length + " " + sha256(answer.body()));
            return new Safe(new byte[0], false, headers);
        }
    }

    /** An answer that means failure: nothing in it is kept, nothing in it may be shown. */
    private Safe unsealed(List<String> paths, Answer answer, Access.Granted access) {
        try {
            SafeBody body = read(answer);
            body.takeCards(paths, fields -> "");
            return masked(new Answer(answer.status(), null, body.bytes()), access);
        } catch (IOException unreadable) {
            return masked(answer, access);
        }
    }

    private static Safe masked(Answer answer, Access.Granted access) {
        String text = answer.text();
        String masked = new CallSecrets(access).mask(text);
        return masked.equals(text)
                ? new Safe(answer.body(), false, Map.of())
                : new Safe(masked.getBytes(answer.charset()), false, Map.of());
    }

    /** Reads a body by what it looks like: media types are often wrong. */
    static SafeBody read(Answer answer) throws IOException {
        return looksLike(answer, '<') ? XmlBody.read(answer) : JsonBody.read(answer);
    }

    private static boolean structured(Answer answer) {
        return looksLike(answer, '<') || looksLike(answer, '{') || looksLike(answer, '[');
    }

    /** By the first character that is no blank or byte order mark: media types are often wrong. */
    private static boolean looksLike(Answer answer, char first) {
        for (byte character : answer.body()) {
            if (character > ' ') {
                return character == first;
            }
        }
        return false;
    }

    static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: every Java has it", missing);
        }
    }
}
