package io.serai.hotel.plan;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rate plans of a hotel, within a transaction. The database refuses circles and parents that
 * are priced otherwise, and marks the nights that a change reaches.
 */
public final class PlanBook {

    private static final String SET =
            """
            code = :code, name = :name, pricing = :pricing, longest_stay = :longest_stay, meal_plan = :meal_plan,
            parent_id = :parent, offset_percent = :percent, offset_amount = :amount, rounding_step = :step,
            rounding_ending = :ending, rounding_mode = :mode, inherits = :inherits, valid_from = :valid_from,
            valid_to = :valid_to, cancellation_policy_id = :policy
            """;

    private static final String ADD =
            """
            insert into rate_plans (hotel_id, code, name, pricing, longest_stay, meal_plan, parent_id, offset_percent, offset_amount,
                                    rounding_step, rounding_ending, rounding_mode, inherits, valid_from, valid_to, cancellation_policy_id)
            values (:hotel, :code, :name, :pricing, :longest_stay, :meal_plan, :parent, :percent, :amount, :step, :ending, :mode,
                    :inherits, :valid_from, :valid_to, :policy)
            returning id
            """;

    private final JdbcClient session;
    private final int hotel;

    /**
     * @param session sees the hotel
     */
    public PlanBook(JdbcClient session, int hotel) {
        this.session = session;
        this.hotel = hotel;
    }

    /** All, by code. */
    public List<StoredPlan> all() {
        return read(0);
    }

    /** One of the hotel's. */
    public Optional<StoredPlan> find(int plan) {
        return plan == 0 ? Optional.empty() : read(plan).stream().findFirst();
    }

    /** One that nobody else changes before this transaction ends. */
    public Optional<StoredPlan> lock(int plan) {
        session.sql("select id from rate_plans where hotel_id = ? and id = ? for update")
                .params(hotel, plan)
                .query(Integer.class)
                .optional();
        return find(plan);
    }

    private List<StoredPlan> read(int plan) {
        List<PlanRows.Sold> sold =
                session.sql(PlanRows.PRODUCTS)
                        .param("hotel", hotel)
                        .param("plan", plan)
                        .query((row, number) -> PlanRows.Sold.of(row))
                        .list();
        return session.sql(PlanRows.PLANS)
                .param("hotel", hotel)
                .param("plan", plan)
                .query((row, number) -> PlanRows.plan(row, sold))
                .list();
    }

    /** Adds one and gives its key. */
    public int add(PlanContent content, List<PlanProduct> products) {
        int plan =
                said(session.sql(ADD).param("hotel", hotel), content).query(Integer.class).single();
        sell(plan, List.of(), products);
        return plan;
    }

    /**
     * Changes one.
     *
     * @param products what it is sold for from now on, with the nights that are there; null: as
     *     before
     */
    public void change(
            StoredPlan before, PlanContent content, @Nullable List<PlanProduct> products) {
        said(
                        session.sql("update rate_plans set " + SET + " where id = :plan")
                                .param("plan", before.id()),
                        content)
                .update();
        if (products != null) {
            sell(before.id(), before.products(), products);
        }
    }

    /** Takes one away with its products and their nights. */
    public void remove(int plan) {
        waitForNights();
        session.sql("delete from rate_plans where id = ?").param(plan).update();
    }

    /**
     * Waits for changes of nights under way before any night goes: with the nights it would hold
     * the lock that it then waits to hold alone.
     */
    private void waitForNights() {
        session.sql("select serai_opens(?)").param(hotel).query().listOfRows();
    }

    private void sell(int plan, List<PlanProduct> before, List<PlanProduct> after) {
        List<PlanProduct> gone =
                before.stream()
                        .filter(
                                product ->
                                        after.stream()
                                                .noneMatch(
                                                        kept ->
                                                                kept.roomType()
                                                                        == product.roomType()))
                        .toList();
        if (!gone.isEmpty()) {
            waitForNights();
        }
        for (PlanProduct product : gone) {
            session.sql("delete from products where id = ?").param(product.id()).update();
        }
        for (PlanProduct product : after) {
            session.sql(
                            """
                            insert into products (hotel_id, room_type_id, rate_plan_id, usual_prices, nights_due_at)
                            values (:hotel, :room_type, :plan, :usual, '-infinity')
                            on conflict (room_type_id, rate_plan_id) do update set usual_prices = excluded.usual_prices
                             where products.usual_prices is distinct from excluded.usual_prices
                            """)
                    .param("hotel", hotel)
                    .param("room_type", product.roomType())
                    .param("plan", plan)
                    .param("usual", array(product.usual()), Types.ARRAY)
                    .update();
        }
        session.sql("select serai_make_nights(?, '-infinity')").param(hotel).query().singleRow();
    }

    private static @Nullable Long @Nullable [] array(@Nullable List<@Nullable Long> prices) {
        return prices == null ? null : prices.toArray(Long[]::new);
    }

    private static JdbcClient.StatementSpec said(
            JdbcClient.StatementSpec statement, PlanContent content) {
        return statement
                .param("code", content.code())
                .param("name", content.name())
                .param("pricing", content.pricing())
                .param("longest_stay", content.longestStay())
                .param("meal_plan", content.mealPlan(), Types.VARCHAR)
                .param("parent", content.parent(), Types.INTEGER)
                .param("percent", content.percent(), Types.NUMERIC)
                .param("amount", content.amount(), Types.BIGINT)
                .param("step", content.step(), Types.BIGINT)
                .param("ending", content.ending())
                .param("mode", content.mode())
                .param("inherits", content.inherits().toArray(String[]::new), Types.ARRAY)
                .param("valid_from", content.validFrom(), Types.DATE)
                .param("valid_to", content.validTo(), Types.DATE)
                .param("policy", content.policy(), Types.INTEGER);
    }
}
