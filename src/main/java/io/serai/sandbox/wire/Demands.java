package io.serai.sandbox.wire;

import static java.util.Locale.ROOT;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a face demands of a call before it looks at the body. */
public record Demands(
        boolean token, Version version, @Nullable String contentType, boolean contentLength) {

    /** How a face takes the header Accept-Version, of which only 1.1 is live. */
    public enum Version {
        REQUIRED,
        OPTIONAL
    }

    /** The token exchange itself. */
    public static final Demands NOTHING = new Demands(false, Version.OPTIONAL, null, false);

    /** Whatever changes rooms, prices and restrictions by XML. */
    public static final Demands CHANGE =
            new Demands(true, Version.REQUIRED, "application/xml", false);

    /** Length-of-stay prices. */
    public static final Demands CHANGE_CSV =
            new Demands(true, Version.REQUIRED, "application/csv", true);

    /** Reading, and the reservation queues. */
    public static final Demands TOKEN = new Demands(true, Version.OPTIONAL, null, false);

    void check(HttpServletRequest request, @Nullable Caller caller) {
        if (token && caller == null) {
            throw new Refusal(401, "", "Authorization Required");
        }
        var asked = request.getHeader("Accept-Version");
        if (asked == null ? version == Version.REQUIRED : !asked.strip().equals("1.1")) {
            throw new Refusal(400, "", "Not acceptable");
        }
        var type = request.getContentType();
        if (contentType != null
                && (type == null || !type.toLowerCase(ROOT).startsWith(contentType))) {
            throw new Refusal(
                    415,
                    "SCHEMA_FAULT",
                    "Content-Type is '" + type + "' (expected: " + contentType + ")");
        }
        if (contentLength && request.getContentLengthLong() < 0) {
            throw new Refusal(
                    411,
                    "SCHEMA_FAULT",
                    "Content-Length is absent (expected: the length of the body)");
        }
    }
}
