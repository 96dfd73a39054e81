package io.serai.channel.request;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what hotels asked of channels. */
@Repository
class RequestBook {

    private static final int AT_ONCE = 20;

    private final JdbcClient jdbc;

    RequestBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a request; empty when the same action of the same reservation is under way.
     *
     * @param of the reservation it is about; null: of none
     */
    Optional<Long> add(
            int connection, String port, String request, String actor, @Nullable OfReservation of) {
        return jdbc.sql(
                        """
                        insert into channel_requests (hotel_id, connection_id, port, step, request, asked_by, reservation_id, action, awaits, is_told)
                        select hotel_id, id, :port, :port, :request::jsonb, :actor, :reservation, :action, :awaits, :told
                          from third_party_integrations where id = :connection
                        on conflict (reservation_id, action) where settled_at is null and reservation_id is not null do nothing
                        returning id
                        """)
                .param("connection", connection)
                .param("port", port)
                .param("request", request)
                .param("actor", actor)
                .param("reservation", of == null ? null : of.reservation(), Types.BIGINT)
                .param("action", of == null ? null : of.action(), Types.VARCHAR)
                .param("awaits", of == null ? null : of.awaits(), Types.VARCHAR)
                .param("told", of == null || of.isTold())
                .query(Long.class)
                .optional();
    }

    /**
     * Claims those that are due; of one connection and subject, and of one reservation, always the
     * earliest first.
     */
    List<ChannelRequest> claim(Duration lease) {
        return jdbc.sql(
                        """
                        update channel_requests r set until = now() + :lease * interval '1 second', fence = r.fence + 1
                          from third_party_integrations c
                         where c.id = r.connection_id and r.id in (
                               select q.id from channel_requests q join third_party_integrations i on i.id = q.connection_id
                                where q.settled_at is null and q.next_try_at <= now() and q.until < now()
                                  and i.account_id is not null and i.is_enabled and i.state <> 'disconnected'
                                  and not exists (select from channel_requests e
                                                   where e.connection_id = q.connection_id and e.settled_at is null and e.id < q.id
                                                     and e.reservation_id is not distinct from q.reservation_id
                                                     and split_part(e.port, '-', 1) = split_part(q.port, '-', 1))
                                order by q.next_try_at, q.id limit :most for update of q skip locked)
                        returning r.id, r.hotel_id, r.connection_id, c.account_id, c.provider, coalesce(c.remote_hotel, '') as remote_hotel,
                                  r.port, r.step, r.request, r.tries, r.fence, r.begun_at is not null as begun, r.asked_at
                        """)
                .param("lease", lease.toSeconds())
                .param("most", AT_ONCE)
                .query(
                        (row, number) ->
                                new ChannelRequest(
                                        row.getLong("id"),
                                        row.getInt("hotel_id"),
                                        row.getInt("connection_id"),
                                        row.getLong("account_id"),
                                        row.getString("provider"),
                                        row.getString("remote_hotel"),
                                        row.getString("port"),
                                        row.getString("step"),
                                        row.getString("request"),
                                        row.getInt("tries"),
                                        row.getLong("fence"),
                                        row.getBoolean("begun"),
                                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    /** Notes that the step leaves now, and renews the lease; false when the claim is outdated. */
    boolean begin(ChannelRequest request, Duration lease) {
        return jdbc.sql(
                                """
                                update channel_requests set begun_at = clock_timestamp(), until = clock_timestamp() + :lease * interval '1 second'
                                 where id = :id and fence = :fence and settled_at is null
                                """)
                        .param("lease", lease.toSeconds())
                        .param("id", request.id())
                        .param("fence", request.fence())
                        .update()
                == 1;
    }

    /** Whether the step has left since it was last known that nothing of it was taken. */
    boolean isBegun(ChannelRequest request) {
        return jdbc.sql("select begun_at is not null from channel_requests where id = ?")
                .param(request.id())
                .query(Boolean.class)
                .single();
    }

    /** Notes that nothing of what left was taken. */
    void notTaken(ChannelRequest request) {
        jdbc.sql("update channel_requests set begun_at = null where id = ? and fence = ?")
                .params(request.id(), request.fence())
                .update();
    }

    /** Ends a request; false when somebody else holds it meanwhile. */
    boolean settle(ChannelRequest request, String state, String answer, @Nullable String words) {
        return jdbc.sql(
                                """
                                update channel_requests set state = :state, answer = :answer::jsonb, words = :words, tries = tries + 1,
                                       settled_at = now(), until = '-infinity'
                                 where id = :id and fence = :fence and settled_at is null
                                """)
                        .param("state", state)
                        .param("answer", answer)
                        .param("words", words)
                        .param("id", request.id())
                        .param("fence", request.fence())
                        .update()
                == 1;
    }

    /** Goes on later: with the same step, or with another one, whose tries begin anew. */
    void later(
            ChannelRequest request,
            String step,
            String state,
            String answer,
            @Nullable String words,
            Duration wait) {
        jdbc.sql(
                        """
                        update channel_requests set tries = case when step = :step then tries + 1 else 0 end,
                               begun_at = case when step = :step then begun_at end, step = :step, state = :state,
                               answer = :answer::jsonb, words = :words, next_try_at = now() + :wait * interval '1 millisecond',
                               until = '-infinity'
                         where id = :id and fence = :fence and settled_at is null
                        """)
                .param("step", step)
                .param("state", state)
                .param("answer", answer)
                .param("words", words)
                .param("wait", wait.toMillis())
                .param("id", request.id())
                .param("fence", request.fence())
                .update();
    }

    /** Has a request wait for its turn: nothing was tried. */
    void putOff(ChannelRequest request, Duration wait) {
        jdbc.sql(
                        """
                        update channel_requests set next_try_at = now() + ? * interval '1 millisecond', until = '-infinity'
                         where id = ? and fence = ? and settled_at is null
                        """)
                .params(wait.toMillis(), request.id(), request.fence())
                .update();
    }
}
