package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A REST face will not do this: the HTTP status, and what the body says. */
final class RestRefusal extends RuntimeException {

    private final int status;
    private final int code;
    private final transient @Nullable JsonNode entity;

    RestRefusal(int status, int code, String words) {
        this(status, code, words, null);
    }

    /** One that says what is wrong within the entity it echoes. */
    RestRefusal(int status, JsonNode entity) {
        this(status, 0, "invalid", entity);
    }

    private RestRefusal(int status, int code, String words, @Nullable JsonNode entity) {
        super(words, null, false, false);
        this.status = status;
        this.code = code;
        this.entity = entity;
    }

    static RestRefusal missing(String element) {
        return new RestRefusal(400, 2004, "The JSON is missing required element '" + element + "'");
    }

    static RestRefusal unknown(String element, Object value) {
        return new RestRefusal(
                400, 2003, "The value '" + value + "' of '" + element + "' is not supported");
    }

    static RestRefusal wrongType(String element, String expected) {
        return new RestRefusal(
                400, 2420, "'" + element + "' is of a wrong type (expected: " + expected + ")");
    }

    static RestRefusal noSuchResource() {
        return new RestRefusal(404, 2404, "Resource not found");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    @Nullable JsonNode entity() {
        return entity;
    }
}
