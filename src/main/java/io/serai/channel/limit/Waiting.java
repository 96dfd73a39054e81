package io.serai.channel.limit;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who waits under a limit or for a place among the calls under way, over all instances: a hotel
 * once for each urgency, however many calls it has. Whoever was let through goes behind all others,
 * so that hotels take turns.
 */
final class Waiting {

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How it stands for a hotel's call under a limit.
     *
     * @param stopped how long the channel wants to be left alone; zero when it does not
     * @param ahead how many go first
     * @param waits whether the hotel is among those who wait
     */
    record Stand(Duration stopped, long ahead, boolean waits) {}

    /** How it stands under each of the limits and for each kind of places, in their order. */
    List<Stand> look(Asking asking, List<String> ids) {
        return jdbc.sql(
                        """
                        select coalesce((select extract(epoch from s.until - clock_timestamp()) * 1000
                                           from call_stops s where s.limit_id = k.id and s.until > clock_timestamp()), 0)::bigint as stopped,
                               (select count(*)
                                  from call_turns w
                                 where w.limit_id = k.id and w.until > clock_timestamp()
                                   and w.place < coalesce(o.place, clock_timestamp() + :handicap * interval '1 second')
                                   and (w.hotel, w.urgency) <> (:hotel, :urgency)) as ahead,
                               o.limit_id is not null as waits
                          from unnest(:ids::text[]) with ordinality k (id, place)
                          left join call_turns o on o.limit_id = k.id and o.hotel = :hotel and o.urgency = :urgency
                         order by k.place
                        """)
                .param("handicap", asking.urgency().handicap().toSeconds())
                .param("hotel", asking.hotel())
                .param("urgency", asking.urgency().word())
                .param("ids", ids.toArray(String[]::new))
                .query(
                        (row, number) ->
                                new Stand(
                                        Duration.ofMillis(row.getLong("stopped")),
                                        row.getLong("ahead"),
                                        row.getBoolean("waits")))
                .list();
    }

    /**
     * Has a hotel wait, or go on waiting where it stands.
     *
     * @param id the limit, or the kind of places
     * @param stay after which it is not waited for any more
     */
    void join(Asking asking, String id, Duration stay) {
        jdbc.sql(
                        """
                        with gone as (
                             delete from call_turns where limit_id = :id and until < clock_timestamp() - interval '1 minute')
                        insert into call_turns (limit_id, hotel, urgency, place, until)
                        values (:id, :hotel, :urgency, clock_timestamp() + :handicap * interval '1 second',
                                clock_timestamp() + :stay * interval '1 millisecond')
                            on conflict (limit_id, hotel, urgency) do update set until = excluded.until
                        """)
                .param("id", id)
                .param("hotel", asking.hotel())
                .param("urgency", asking.urgency().word())
                .param("handicap", asking.urgency().handicap().toSeconds())
                .param("stay", stay.toMillis())
                .update();
    }

    /** Ends a hotel's wait: it had its turn. */
    void leave(Asking asking, List<String> ids) {
        jdbc.sql(
                        "delete from call_turns where limit_id = any (:ids) and hotel = :hotel and urgency = :urgency")
                .param("ids", ids.toArray(String[]::new))
                .param("hotel", asking.hotel())
                .param("urgency", asking.urgency().word())
                .update();
    }

    /** Has nobody call under a limit for a while. */
    void stop(Bound bound, Duration time) {
        jdbc.sql(
                        """
                        insert into call_stops as s (limit_id, until) values (?, clock_timestamp() + ? * interval '1 millisecond')
                            on conflict (limit_id) do update set until = greatest(s.until, excluded.until)
                        """)
                .params(bound.id(), time.toMillis())
                .update();
    }

    /** How many hotels wait under a limit. */
    long count(Bound bound) {
        return jdbc.sql(
                        "select count(distinct hotel) from call_turns where limit_id = ? and until > clock_timestamp()")
                .param(bound.id())
                .query(Long.class)
                .single();
    }
}
