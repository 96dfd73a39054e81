package io.serai.delivery.price;

import io.serai.ari.price.Seasons;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes the price rules of a hotel; what they reach is marked with the statement. */
public final class RuleBook {

    private static final String COLUMNS =
            "name, is_enabled, rate_plan_ids, room_type_ids, seasons, each_year, weekdays,"
                    + " lead_from, lead_to, occupancy_from, occupancy_to, occupancy_of, stay_from,"
                    + " stay_to, percent, amount, stacking, stops";

    private static final String VALUES =
            ":name, :enabled, cast(:plans as integer[]), cast(:roomTypes as integer[]),"
                    + " cast(:seasons as datemultirange), :eachYear, cast(:weekdays as integer[]),"
                    + " :leadFrom, :leadTo, :occupancyFrom, :occupancyTo, :occupancyOf, :stayFrom,"
                    + " :stayTo, :percent, :amount, :stacking, :stops";

    private final JdbcClient jdbc;
    private final int hotel;

    /**
     * @param jdbc of a transaction that may write them
     */
    public RuleBook(JdbcClient jdbc, int hotel) {
        this.jdbc = jdbc;
        this.hotel = hotel;
    }

    /** All, in their order. */
    public List<StoredRule> all() {
        return jdbc.sql(StoredRule.SQL + " where r.hotel_id = ? order by r.position")
                .param(hotel)
                .query((row, number) -> StoredRule.of(row))
                .list();
    }

    /** Keeps others from changing the hotel's rules until the end of the transaction. */
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock('price_rules'::regclass::oid::integer, ?)")
                .param(hotel)
                .query()
                .listOfRows();
    }

    /** One of them. */
    public Optional<StoredRule> find(int id) {
        return jdbc.sql(StoredRule.SQL + " where r.hotel_id = ? and r.id = ?")
                .params(hotel, id)
                .query((row, number) -> StoredRule.of(row))
                .optional();
    }

    /** Writes a new one after all others. */
    public StoredRule add(RuleContent content) {
        int id =
                bind(
                                "insert into price_rules (hotel_id, position, "
                                        + COLUMNS
                                        + ") values (:hotel, (select coalesce(max(position), 0) + 1"
                                        + " from price_rules where hotel_id = :hotel), "
                                        + VALUES
                                        + ") returning id",
                                content)
                        .query(Integer.class)
                        .single();
        return find(id).orElseThrow();
    }

    /** Has one say something else; its place in the order stays. */
    public StoredRule change(int id, RuleContent content) {
        bind(
                        "update price_rules set ("
                                + COLUMNS
                                + ") = ("
                                + VALUES
                                + ") where id = :id and hotel_id = :hotel",
                        content)
                .param("id", id)
                .update();
        return find(id).orElseThrow();
    }

    /** Takes one away. */
    public void remove(int id) {
        jdbc.sql("delete from price_rules where id = ? and hotel_id = ?")
                .params(id, hotel)
                .update();
    }

    /** Puts them in another order; only those whose place changes are written. */
    public void order(List<Integer> ids) {
        jdbc.sql(
                        """
                        update price_rules r set position = o.place
                          from unnest(?) with ordinality o (id, place)
                         where r.id = o.id and r.hotel_id = ? and r.position <> o.place
                        """)
                .params(ids.toArray(Integer[]::new), hotel)
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, RuleContent content) {
        return jdbc.sql(sql)
                .param("hotel", hotel)
                .param("name", content.name())
                .param("enabled", content.enabled())
                .param("plans", array(content.ratePlans()), Types.ARRAY)
                .param("roomTypes", array(content.roomTypes()), Types.ARRAY)
                .param("seasons", ranges(content.seasons()), Types.VARCHAR)
                .param("eachYear", content.eachYear())
                .param(
                        "weekdays",
                        content.weekdays().isEmpty() ? null : array(content.weekdays()),
                        Types.ARRAY)
                .param("leadFrom", content.lead().from(), Types.INTEGER)
                .param("leadTo", content.lead().to(), Types.INTEGER)
                .param("occupancyFrom", content.occupancy().from(), Types.SMALLINT)
                .param("occupancyTo", content.occupancy().to(), Types.SMALLINT)
                .param("occupancyOf", content.ofHotel() ? "hotel" : "room-type")
                .param("stayFrom", content.stay().from(), Types.SMALLINT)
                .param("stayTo", content.stay().to(), Types.SMALLINT)
                .param("percent", content.percent(), Types.NUMERIC)
                .param("amount", content.amount(), Types.BIGINT)
                .param("stacking", content.ofBase() ? "of-base" : "adds")
                .param("stops", content.stops());
    }

    private static Integer @Nullable [] array(@Nullable Collection<Integer> numbers) {
        return numbers == null ? null : numbers.toArray(Integer[]::new);
    }

    private static @Nullable String ranges(List<Seasons.Season> seasons) {
        return seasons.isEmpty()
                ? null
                : seasons.stream()
                        .map(season -> "[" + season.from() + "," + season.to() + "]")
                        .collect(Collectors.joining(",", "{", "}"));
    }
}
