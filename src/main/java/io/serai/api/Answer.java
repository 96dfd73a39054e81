package io.serai.api;

import org.jspecify.annotations.Nullable;

/**
 * What a request is answered with.
 *
 * @param status the HTTP status
 * @param body a record of the contract
 * @param version of the content that it shows, told as its strong ETag; null where it has none
 */
public record Answer(int status, Object body, @Nullable String version) {

    /** An answer without an ETag. */
    public static Answer of(int status, Object body) {
        return new Answer(status, body, null);
    }
}
