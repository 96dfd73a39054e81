package io.serai.ari.price;

/**
 * A rate plan as sold for a room type.
 *
 * @param id its key
 * @param roomType the room type's key
 * @param plan the rate plan
 */
public record PricedProduct(int id, int roomType, RatePlan plan) {}
