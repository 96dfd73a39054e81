package io.serai.console.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;

/** What is said of a request that nothing of Serai may see, since it cannot be read safely. */
final class Unreadable {

    /** What no path of Serai has, percent-encoded or not. */
    private static final Pattern NOT_IN_PATHS =
            Pattern.compile(
                    ";|//|\\\\|%(?![0-9a-fA-F]{2})|%(3b|2f|5c|25|2e|00|0a|0d|7f)|%e2%80%a[89]|[^\\x21-\\x7e]|/[.]{1,2}(?=/|$)",
                    Pattern.CASE_INSENSITIVE);

    /** What every answer of Serai bears, and these get from nobody else. */
    static final Map<String, String> HEADERS =
            Map.of(
                    HttpHeaders.CACHE_CONTROL,
                    "no-store",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Content-Security-Policy",
                    BrowserRules.OWN_FILES);

    private static final Pattern PROGRAMS = Pattern.compile("/+(api|webhooks)(?![A-Za-z0-9_-]).*");
    private static final int LONGEST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Unreadable() {}

    /** Whether it is answered with a page: a browser asks, and for no address of programs. */
    static boolean wantsAPage(@Nullable String path, @Nullable String accepts) {
        return accepts != null
                && accepts.contains(MediaType.TEXT_HTML_VALUE)
                && (path == null || !PROGRAMS.matcher(path).matches());
    }

    /** What was met in a path, and what was expected; null where the path is as they are. */
    static @Nullable String ofPath(@Nullable String path) {
        String met = path == null ? null : met(path);
        return met == null
                ? null
                : "path: '%s' in '%s' (expected: names between single slashes; other characters percent-encoded as UTF-8, without ; \\ %% and control characters)"
                        .formatted(met, shortened(path));
    }

    private static @Nullable String met(String path) {
        Matcher never = NOT_IN_PATHS.matcher(path);
        if (never.find()) {
            return never.group();
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(
                            ByteBuffer.wrap(
                                    UriUtils.decode(path, ISO_8859_1).getBytes(ISO_8859_1)));
            return null;
        } catch (CharacterCodingException other) {
            return "what is no UTF-8";
        }
    }

    private static String shortened(String path) {
        return path.length() > LONGEST ? path.substring(0, LONGEST) + "…" : path;
    }

    /** A problem as RFC 9457 has it. */
    static byte[] problem(HttpStatus status, String detail) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", "about:blank");
        said.put("title", "Not understood");
        said.put("status", status.value());
        said.put("detail", detail);
        try {
            return JSON.writeValueAsString(said).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }
}
