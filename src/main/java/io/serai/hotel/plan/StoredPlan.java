package io.serai.hotel.plan;

import java.util.List;

/**
 * A rate plan of a hotel.
 *
 * @param id its key
 * @param content what it says
 * @param products the room types that it is sold for
 */
public record StoredPlan(int id, PlanContent content, List<PlanProduct> products) {}
