package io.serai.delivery;

import io.serai.ari.Field;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles what a channel shows otherwise than it accepted. Ours: what it accepted counts as
 * unknown, so that what the hotel set is sent again, and a night that was to stay closed there
 * still is; theirs: the channel is held to have what it shows, and the hotel's nights become that.
 */
@Repository
public class DriftSettling {

    private static final List<Field> SHOWN =
            List.of(Field.ROOMS, Field.ROOM_CLOSED, Field.CLOSED, Field.MIN_THROUGH);

    /** The nights of those drifts, each with what the channel shows there. */
    private static final String NIGHTS =
            """
            (select d.hotel_id, d.remote_id, d.held, d.shown, r.room_type_id, r.product_id, n.night::date as night
               from drifts d
               join ota_rate_plans r on r.id = d.remote_id,
                    generate_series(lower(d.nights), upper(d.nights) - 1, interval '1 day') n (night)
              where d.id = any (:drifts) and d.field = :field) s
            """;

    private static final String MAKE_ROOMS =
            """
            insert into room_nights (room_type_id, night, hotel_id, offered, closed)
            select s.room_type_id, s.night, s.hotel_id, 0, true from %s where s.room_type_id is not null
            on conflict do nothing
            """
                    .formatted(NIGHTS);

    private static final String TAKE_ROOMS =
            """
            select serai_leave(array_agg(s.room_type_id), array_agg(s.night), array_agg(s.shown::int)) from %s
             where s.room_type_id is not null
            """
                    .formatted(NIGHTS);

    private static final String TAKE_ROOM_CLOSED =
            """
            insert into room_nights (room_type_id, night, hotel_id, offered, closed)
            select s.room_type_id, s.night, s.hotel_id, 0, s.shown::int::bool from %s where s.room_type_id is not null
            on conflict (room_type_id, night) do update set closed = excluded.closed
            """
                    .formatted(NIGHTS);

    private static final String TAKE_CLOSED =
            """
            insert into rate_nights (product_id, night, hotel_id, closed)
            select s.product_id, s.night, s.hotel_id, s.shown::int::bool from %s where s.product_id is not null
            on conflict (product_id, night) do update set closed = excluded.closed
            """
                    .formatted(NIGHTS);

    private static final String TAKE_MIN_THROUGH =
            """
            insert into rate_nights (product_id, night, hotel_id, min_through)
            select s.product_id, s.night, s.hotel_id, nullif(greatest(s.shown::int, 1), 1) from %s where s.product_id is not null
            on conflict (product_id, night) do update set min_through = excluded.min_through
            """
                    .formatted(NIGHTS);

    private final JdbcClient jdbc;
    private final Wakes wakes;

    DriftSettling(JdbcClient jdbc, Wakes wakes) {
        this.jdbc = jdbc;
        this.wakes = wakes;
    }

    /**
     * Settles drifts; those that are settled already stay so, and nights about which something else
     * is known by now are left alone.
     *
     * @param choice ours or theirs
     * @param actor who settles, as the audit names it
     * @return how many were settled
     */
    @Transactional
    public int settle(Collection<Long> drifts, DriftChoice choice, String actor) {
        Long[] open = open(drifts);
        if (open.length == 0) {
            return 0;
        }
        jdbc.sql("select set_config('serai.actor', ?, true)")
                .param(actor)
                .query(String.class)
                .single();
        for (Field field : SHOWN) {
            if (choice == DriftChoice.THEIRS) {
                update(open, field, "%1$s = s.shown%2$s");
                take(open, field);
            } else {
                update(open, field, "unknown = h.unknown | :bit");
            }
        }
        mark(open);
        wakes.afterCommit();
        return close(open, choice, actor);
    }

    private Long[] open(Collection<Long> drifts) {
        return jdbc.sql(
                        """
                        select id from drifts where id = any (?) and settled_at is null order by id for update
                        """)
                .param(drifts.toArray(Long[]::new))
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    /** Changes what is known of the nights about which nothing else is known by now. */
    private void update(Long[] drifts, Field field, String change) {
        String column = field.word().replace('-', '_');
        String type = NightRows.isFlag(field) ? "::int::bool" : "::int";
        jdbc.sql(
                        ("update held_nights h set " + change).formatted(column, type)
                                + " from "
                                + NIGHTS
                                + " where h.remote_id = s.remote_id and h.night = s.night and h.unknown & :bit = 0 and h.%1$s = s.held%2$s"
                                        .formatted(column, type))
                .param("drifts", drifts)
                .param("field", field.word())
                .param("bit", field.bit())
                .update();
    }

    private void take(Long[] drifts, Field field) {
        if (field == Field.ROOMS) {
            of(drifts, field, MAKE_ROOMS).update();
            of(drifts, field, TAKE_ROOMS).query(Integer.class).single();
        } else {
            of(drifts, field, taking(field)).update();
        }
    }

    private JdbcClient.StatementSpec of(Long[] drifts, Field field, String statement) {
        return jdbc.sql(statement).param("drifts", drifts).param("field", field.word());
    }

    private static String taking(Field field) {
        return switch (field) {
            case ROOM_CLOSED -> TAKE_ROOM_CLOSED;
            case CLOSED -> TAKE_CLOSED;
            case MIN_THROUGH -> TAKE_MIN_THROUGH;
            default ->
                    throw new IllegalArgumentException(
                            "field: " + field.word() + " (expected: one that channels show)");
        };
    }

    private void mark(Long[] drifts) {
        jdbc.sql(
                        """
                        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
                        select d.connection_id, d.hotel_id, r.room_type_id, r.product_id, range_agg(d.nights)
                          from drifts d
                          join ota_rate_plans r on r.id = d.remote_id and (r.room_type_id is not null or r.product_id is not null)
                          join third_party_integrations c on c.id = d.connection_id and c.open
                         where d.id = any (?)
                         group by 1, 2, 3, 4
                        """)
                .param(drifts)
                .update();
    }

    private int close(Long[] drifts, DriftChoice choice, String actor) {
        return jdbc.sql(
                        """
                        with settled as (
                            update drifts set settled_at = clock_timestamp(), settled_as = :choice, settled_by = :actor
                             where id = any (:drifts)
                            returning id, hotel_id, nights, field, held, shown)
                        insert into audit (hotel_id, subject, subject_id, act, nights, change)
                        select hotel_id, 'drifts', id, 'settle ' || :choice, datemultirange(nights),
                               jsonb_build_object('field', field, 'held', held, 'shown', shown)
                          from settled
                        """)
                .param("choice", choice.word())
                .param("actor", actor)
                .param("drifts", drifts)
                .update();
    }
}
