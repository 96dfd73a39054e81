package io.serai.sandbox.expedia.rest;

import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * What a family of resources speaks.
 *
 * @param type the media type
 * @param both whether Accept and Content-Type are needed with every call, and equal
 */
record MediaType(String type, boolean both) {

    private static final String PRODUCT = "application/vnd.expedia.eps.product-%s+json";

    /** Properties, rate plans, amenities, thresholds. */
    static final MediaType PRODUCT_V2 = new MediaType(PRODUCT.formatted("v2"), false);

    /** Room types. */
    static final MediaType PRODUCT_V3 = new MediaType(PRODUCT.formatted("v3"), true);

    /** Deposits and properties that are made. */
    static final MediaType JSON = new MediaType("application/json", false);

    /** Whatever comes. */
    static final MediaType ANY = new MediaType("*/*", false);

    /** Refuses a call that wants or brings something else. */
    void check(HttpHeaders headers, boolean hasBody) {
        if (this.equals(ANY)) {
            return;
        }
        if (!accepts(headers.getFirst(HttpHeaders.ACCEPT))) {
            throw new RestRefusal(
                    406,
                    2406,
                    "Requested response media type unsupported (expected: " + type + ")");
        }
        String brought = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if ((hasBody || both) && (brought == null || !bare(brought).equals(type))) {
            throw new RestRefusal(
                    415, 2415, "Request media type unsupported (expected: " + type + ")");
        }
    }

    private boolean accepts(String accept) {
        if (accept == null) {
            return !both;
        }
        for (String range : accept.split(",")) {
            if (bare(range).equals(type) || !both && isWild(bare(range))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWild(String range) {
        return range.equals("*/*") || range.equals("application/*");
    }

    private static String bare(String type) {
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
