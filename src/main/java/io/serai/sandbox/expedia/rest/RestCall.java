package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.expedia.property.Account;
import java.util.Map;

/**
 * One call at a REST face, by an account that may use it.
 *
 * @param account who calls
 * @param variables the parts of the path that the face's path names in braces
 * @param query the parameters of the address
 * @param body the JSON that came; missing where none did
 */
record RestCall(
        Account account, Map<String, String> variables, Map<String, String> query, JsonNode body) {

    /** The number in a part of the path; no such resource where it is none. */
    long number(String variable) {
        String value = variables.getOrDefault(variable, "");
        if (!value.matches("[0-9]{1,18}")) {
            throw RestRefusal.noSuchResource();
        }
        return Long.parseLong(value);
    }
}
