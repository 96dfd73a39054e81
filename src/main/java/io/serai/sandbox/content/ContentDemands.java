package io.serai.sandbox.content;

import io.serai.sandbox.wire.Caller;
import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A token, the version of the module where one is asked for, and JSON where a body comes.
 *
 * @param version the only one that is live
 */
record ContentDemands(String version) implements Demands {

    @Override
    public void check(HttpServletRequest request, @Nullable Caller caller) {
        if (caller == null) {
            throw new Refusal(401, "", "Authorization Required");
        }
        var asked = request.getHeader("Accept-Version");
        if (asked != null && !asked.strip().equals(version)) {
            throw new Refusal(400, "", "Not acceptable");
        }
        var type = request.getContentType();
        if (request.getContentLengthLong() > 0
                && (type == null
                        || !type.toLowerCase(Locale.ROOT).startsWith("application/json"))) {
            throw new Refusal(
                    415, "", "Content-Type is '" + type + "' (expected: application/json)");
        }
    }
}
