package io.serai.hotel.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room type that a plan is sold for.
 *
 * @param id the product's key; 0 while it is not stored
 * @param roomType the room type's key
 * @param usual prices in minor units of nights that come newly into the horizon; null elements
 *     where not sold; null: there are none
 */
public record PlanProduct(int id, int roomType, @Nullable List<@Nullable Long> usual) {}
