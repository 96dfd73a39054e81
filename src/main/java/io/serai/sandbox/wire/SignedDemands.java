package io.serai.sandbox.wire;

import static java.util.Locale.ROOT;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A bearer token and some headers. */
record SignedDemands(
        boolean token, Version version, @Nullable String contentType, boolean contentLength)
        implements Demands {

    /** How a face takes the header Accept-Version, of which only 1.1 is live. */
    enum Version {
        REQUIRED,
        OPTIONAL
    }

    @Override
    public boolean secret() {
        return !token;
    }

    @Override
    public void check(HttpServletRequest request, @Nullable Caller caller) {
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
