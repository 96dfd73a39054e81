package io.serai.hotel.night;

/**
 * Something in a request that cannot be meant.
 *
 * @param where the element, as {@code updates[3]}, or the line of a CSV file
 * @param field the field in it
 * @param met what it says
 * @param expected what it might say
 */
public record Fault(String where, String field, String met, String expected) {}
