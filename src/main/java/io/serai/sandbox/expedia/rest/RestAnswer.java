package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a REST face answers.
 *
 * @param entity null where there is nothing to say
 * @param location where what was made can be read; null where nothing was
 */
record RestAnswer(int status, @Nullable JsonNode entity, @Nullable String location) {

    static RestAnswer of(JsonNode entity) {
        return new RestAnswer(200, entity, null);
    }

    static RestAnswer made(JsonNode entity, String location) {
        return new RestAnswer(201, entity, location);
    }

    static RestAnswer nothing(int status) {
        return new RestAnswer(status, null, null);
    }
}
