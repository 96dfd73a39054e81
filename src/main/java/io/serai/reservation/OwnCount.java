package io.serai.reservation;

import io.serai.delivery.Wakes;
import io.serai.reservation.Movement.RemoteChange;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a channel's own count of rooms is held to be after its guest booked, changed or cancelled
 * there. Where it is not certain it becomes unknown, so that it is sent again: a superfluous count
 * costs a message, a missing one a guest.
 */
@Repository
class OwnCount {

    private static final String NIGHTS =
            """
            with nights as (
                select p.id as remote_id, c.night, c.by
                  from jsonb_to_recordset(cast(:changes as jsonb)) as c (room text, night date, by integer)
                  join ota_rate_plans p on p.connection_id = :connection and p.remote_room = c.room and p.remote_rate is null),
            locked as (
                select h.remote_id, h.night, n.by
                  from held_nights h join nights n on n.remote_id = h.remote_id and n.night = h.night
                 where h.night between :earliest and :latest
                 order by h.remote_id, h.night
                   for update of h)
            """;

    private final JdbcClient jdbc;
    private final Wakes wakes;
    private final ReservationSettings settings;

    OwnCount(JdbcClient jdbc, Wakes wakes, ReservationSettings settings) {
        this.jdbc = jdbc;
        this.wakes = wakes;
        this.settings = settings;
    }

    /**
     * The channel lowered its count with the booking: so is what it is held to have, unless a count
     * was sent since the booking less a margin, or is on its way.
     *
     * @param created when the guest booked; not known, or not yet come: nothing is certain
     */
    void lower(int connectionId, List<RemoteChange> changes, @Nullable OffsetDateTime created) {
        if (changes.isEmpty()) {
            return;
        }
        if (created == null) {
            forget(connectionId, changes);
            return;
        }
        jdbc.sql(
                        NIGHTS
                                + """
                                update held_nights h
                                   set rooms      = case when sure.it then greatest(h.rooms - locked.by, 0) else h.rooms end,
                                       unknown    = case when sure.it then h.unknown else h.unknown | 1 end,
                                       attempt_id = case when sure.it then h.attempt_id else 0 end
                                  from locked
                                 where h.remote_id = locked.remote_id and h.night = locked.night
                                   and h.night between :earliest and :latest
                                """
                                        .replace("sure.it", SURE))
                .param("changes", ReservationJson.write(changes))
                .param("connection", connectionId)
                .param("created", created)
                .param("since", created.minus(settings.ownCountMargin()))
                .params(bounds(changes))
                .update();
    }

    private static final String SURE =
            """
            (locked.by > 0 and h.rooms is not null and h.unknown & 1 = 0 and cast(:created as timestamptz) <= now()
             and not exists (select from attempt_ranges a
                              where a.remote_id = h.remote_id and a.fields & 1 = 1 and a.nights @> h.night
                                and a.opened_at > :since))\
            """;

    /** Nothing is known of the channel's count on these nights. */
    void forget(int connectionId, List<RemoteChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        NIGHTS
                                + """
                                update held_nights h set unknown = h.unknown | 1, attempt_id = 0
                                  from locked
                                 where h.remote_id = locked.remote_id and h.night = locked.night
                                   and h.night between :earliest and :latest
                                """)
                .param("changes", ReservationJson.write(changes))
                .param("connection", connectionId)
                .params(bounds(changes))
                .update();
    }

    /** As {@link #forget}, where no stock moved that would have the nights looked at. */
    void forgetAndMark(int connectionId, List<RemoteChange> changes) {
        forget(connectionId, changes);
        wakes.afterCommit();
        jdbc.sql(
                        """
                        insert into marks (connection_id, hotel_id, room_type_id, nights)
                        select p.connection_id, p.hotel_id, p.room_type_id, range_agg(daterange(c.night, c.night + 1))
                          from jsonb_to_recordset(cast(:changes as jsonb)) as c (room text, night date)
                          join ota_rate_plans p on p.connection_id = :connection and p.remote_room = c.room
                                               and p.remote_rate is null and p.room_type_id is not null
                          join third_party_integrations t on t.id = p.connection_id and t.open
                         group by 1, 2, 3
                        """)
                .param("changes", ReservationJson.write(changes))
                .param("connection", connectionId)
                .update();
    }

    private static Map<String, LocalDate> bounds(List<RemoteChange> changes) {
        return Movement.bounds(changes.stream().map(RemoteChange::night));
    }
}
