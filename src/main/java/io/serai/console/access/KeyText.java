package io.serai.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code serai_<number>_<secret>}. The secret is 256 random bits,
 * so that a plain hash of it cannot be guessed back.
 *
 * @param id of the key
 * @param text the whole
 */
record KeyText(long id, String text) {

    private static final Pattern FORM = Pattern.compile("serai_([0-9]{1,18})_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** A new secret for a key. */
    static KeyText make(long id) {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new KeyText(id, "serai_" + id + "_" + text);
    }

    /** Reads one; empty for what cannot be one. */
    static Optional<KeyText> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new KeyText(Long.parseLong(form.group(1)), text))
                : Optional.empty();
    }

    /** What is kept of it: its SHA-256. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "serai_" + id + "_…";
    }
}
