package io.serai.content.photo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The public addresses of pictures: below {@code serai.public-url}, or where that is not set at
 * this machine. A name has 256 random bits.
 */
@Component
public class PhotoAddresses {

    private static final int RANDOM_BYTES = 32;
    private static final int ONCE_BYTES = 8;
    private static final String SMALL = "-small";
    private static final String ONCE = "~[A-Za-z0-9_-]{11}";
    private static final Pattern FILE =
            Pattern.compile("([A-Za-z0-9_-]{43})(?:" + SMALL + "|" + ONCE + ")?[.](jpg|png)");

    private final SecureRandom random = new SecureRandom();
    private final Environment settings;

    PhotoAddresses(Environment settings) {
        this.settings = settings;
    }

    /** Another one each time. */
    String token() {
        return letters(RANDOM_BYTES);
    }

    private String letters(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Where anybody who knows it gets the whole picture. */
    public String picture(String token, String type) {
        return of(file(token, type));
    }

    /** Where anybody who knows it gets the thumbnail. */
    public String thumbnail(String token, String type) {
        return of(small(token, type));
    }

    /** Where anybody who knows it gets a file. */
    String of(String file) {
        return base() + file;
    }

    /**
     * A name by which a picture is told once, another one each time: where a channel knows a
     * picture by its address, what it said of one that was told before is none of this one.
     */
    String once(String token, String type) {
        return token + "~" + letters(ONCE_BYTES) + ending(type);
    }

    /** The name in the photo store of what a name shows. */
    static String kept(String file) {
        return file.replaceFirst(ONCE, "");
    }

    /** The name of the whole picture in the photo store. */
    static String file(String token, String type) {
        return token + ending(type);
    }

    /** The name of the thumbnail in the photo store. */
    static String small(String token, String type) {
        return token + SMALL + ending(type);
    }

    /** The token in the name of a file; empty where it can be none of ours. */
    static Optional<String> tokenOf(String file) {
        Matcher matcher = FILE.matcher(file);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String ending(String type) {
        return type.equals("image/png") ? ".png" : ".jpg";
    }

    private String base() {
        String ours = settings.getProperty("serai.public-url", "").strip();
        String port = settings.getProperty("local.server.port", "8080");
        return (ours.isEmpty() ? "http://localhost:" + port : ours.replaceFirst("/+$", ""))
                + "/photos/";
    }
}
