package io.serai.channel.connection;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far a channel was told what is wanted there. */
@Repository
public class TellingProgress {

    /**
     * How far it is.
     *
     * @param nights nights of its rooms and rates that are to be told
     * @param told those of which the channel holds what it was told
     * @param waiting changes that were not worked off
     * @param sending whether something is being sent
     * @param refused nights that the channel refused to close or to open
     * @param words why it does not go on now; empty when nothing keeps it
     */
    public record Progress(
            long nights, long told, long waiting, boolean sending, long refused, String words) {

        /** Whether all was told, or refused. */
        public boolean isDone() {
            return waiting == 0 && !sending;
        }

        /** What is told of it, in percent; 100 not before all is. */
        public int percent() {
            if (isDone()) {
                return 100;
            }
            return nights == 0 ? 0 : (int) Math.min(99, told * 100 / nights);
        }
    }

    private record Counted(
            LocalDate today,
            int horizon,
            long remotes,
            long waiting,
            boolean sending,
            String words) {}

    /** How far a connection is, as the session sees it. */
    public Progress of(JdbcClient session, int connection) {
        Counted counted =
                session.sql(
                                """
                                select serai_today(c.hotel_id) as today, h.horizon,
                                       (select count(*) from ota_rate_plans r
                                         where r.connection_id = c.id and r.state = 'active' and not r.is_child and not r.is_readonly
                                           and (r.room_type_id is not null or r.product_id is not null)) as remotes,
                                       (select count(*) from marks m where m.connection_id = c.id) as waiting,
                                       exists (select from attempts a where a.connection_id = c.id and (a.outcome = 'open' or a.again_at is not null))
                                       or exists (select from claims k where k.connection_id = c.id and k.owner is not null) as sending,
                                       coalesce((select k.words from claims k where k.connection_id = c.id), '') as words
                                  from third_party_integrations c join hotels h on h.id = c.hotel_id where c.id = ?
                                """)
                        .param(connection)
                        .query(Counted.class)
                        .single();
        long told =
                session.sql(
                                """
                                select count(*) from held_nights
                                 where remote_id = any (array(select id from ota_rate_plans
                                                               where connection_id = ? and state = 'active' and not is_child and not is_readonly
                                                                 and (room_type_id is not null or product_id is not null)))
                                   and night between ? and ? and unknown = 0
                                """)
                        .params(
                                connection,
                                counted.today(),
                                counted.today().plusDays(counted.horizon() - 1L))
                        .query(Long.class)
                        .single();
        long refused =
                session.sql(
                                """
                                select coalesce(sum(upper(n) - lower(n)), 0) from refusals f, unnest(f.nights) n
                                 where f.connection_id = ? and f.field in ('closed', 'rooms', 'room-closed')
                                """)
                        .param(connection)
                        .query(Long.class)
                        .single();
        return new Progress(
                counted.remotes() * counted.horizon(),
                told,
                counted.waiting(),
                counted.sending(),
                refused,
                counted.words());
    }
}
