package io.serai.hotel.plan;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Floors and ceilings of a hotel's plans, written within a transaction; the database writes down
 * who did, and marks the nights that they reach.
 */
public final class LimitBook {

    private static final String OF_PLAN =
            """
            update rate_plans set floor_price = :floor, ceiling_price = :ceiling where hotel_id = :hotel and id = :plan
            """;

    private static final String OF_PRODUCT =
            """
            update products set floor_price = :floor, ceiling_price = :ceiling
             where hotel_id = :hotel and rate_plan_id = :plan and room_type_id = :room_type
            """;

    private final JdbcClient session;
    private final int hotel;

    /**
     * @param session sees the hotel
     */
    public LimitBook(JdbcClient session, int hotel) {
        this.session = session;
        this.hotel = hotel;
    }

    /** Those of a plan by itself. */
    public void write(int plan, Limits limits) {
        said(session.sql(OF_PLAN).param("plan", plan), limits);
    }

    /** Those of a plan as sold for a room type. */
    public void write(int plan, int roomType, Limits limits) {
        said(session.sql(OF_PRODUCT).param("plan", plan).param("room_type", roomType), limits);
    }

    /** All of a plan; what stays as it was is not touched. */
    public void write(int plan, PlanLimits before, PlanLimits after) {
        if (!after.own().equals(before.own())) {
            write(plan, after.own());
        }
        after.products()
                .forEach(
                        (roomType, limits) -> {
                            if (!limits.equals(before.of(roomType))) {
                                write(plan, roomType, limits);
                            }
                        });
    }

    private void said(JdbcClient.StatementSpec statement, Limits limits) {
        statement
                .param("hotel", hotel)
                .param("floor", limits.floor(), Types.BIGINT)
                .param("ceiling", limits.ceiling(), Types.BIGINT)
                .update();
    }
}
