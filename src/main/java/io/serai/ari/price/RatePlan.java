package io.serai.ari.price;

import io.serai.ari.Pricing;

/**
 * A rate plan of a hotel.
 *
 * @param id its key
 * @param code as the hotel calls it
 * @param pricing how its prices are made up
 * @param longestStay nights of the longest stay that is priced; 1 unless priced by length of stay
 */
public record RatePlan(int id, String code, Pricing pricing, int longestStay) {}
