package io.serai.hotel.plan;

/**
 * A cancellation policy of a hotel.
 *
 * @param id its key
 * @param content what it says
 */
public record StoredPolicy(int id, PolicyContent content) {}
