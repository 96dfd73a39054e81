package io.serai.alert;

import io.serai.database.EngineSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Looks through alerts, and notes who knows of them. */
@Repository
public class Alerts {

    /** The columns of one, {@code a}, and of its hotel, {@code h}. */
    static final String COLUMNS =
            """
            a.id, a.what, a.hotel_id, h.name as hotel_name, h.time_zone, a.connection_id, a.account_id, a.provider, a.severity, a.title, a.words, a.todo, a.page,
            coalesce(a.since, a.raised_at) as since, a.raised_at, a.ended_at, a.returns, a.acknowledged_at, a.acknowledged_by
            """;

    private static final String WISHED =
            """
             from alarms a left join hotels h on h.id = a.hotel_id
            where a.subject is not null
              and (:everywhere or a.hotel_id = any (:hotels)
                   or a.hotel_id is null
                      and exists (select from third_party_integrations c
                                   where c.account_id = a.account_id and c.state <> 'disconnected' and c.hotel_id = any (:hotels)))
              and (:id::bigint is null or a.id = :id)
              and (:hotel::int is null or a.hotel_id = :hotel
                   or a.hotel_id is null
                      and exists (select from third_party_integrations c
                                   where c.account_id = a.account_id and c.state <> 'disconnected' and c.hotel_id = :hotel))
              and (:kind::text is null or a.what = :kind)
              and (:state = 'all' or (a.ended_at is null) = (:state = 'open'))
            """;

    private final JdbcClient jdbc;
    private final EngineSession sessions;

    Alerts(JdbcClient jdbc, EngineSession sessions) {
        this.jdbc = jdbc;
        this.sessions = sessions;
    }

    /**
     * A page of what a wish means, the newest first.
     *
     * @param before only those with a smaller key
     */
    public List<Alert> list(AlertWish wish, long before, int most) {
        return params(
                        jdbc.sql(
                                "select "
                                        + COLUMNS
                                        + WISHED
                                        + " and a.id < :before order by a.id desc limit :most"),
                        wish)
                .param("before", before)
                .param("most", most)
                .query(Alerts::alert)
                .list();
    }

    /** One of what a wish means; empty where it is not. */
    public Optional<Alert> find(AlertWish wish, long id) {
        return list(wish.only(id), Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** How many of what a wish means last, and nobody said that they know of them. */
    public int unseen(AlertWish wish) {
        return params(
                        jdbc.sql("select count(*)" + WISHED + " and a.acknowledged_at is null"),
                        wish.open())
                .query(Integer.class)
                .single();
    }

    /**
     * How many of a hotel last that nobody said they know of, and that its day does not show by
     * itself.
     *
     * @param session sees the hotel
     */
    public static int unseen(JdbcClient session, int hotel) {
        return session.sql(
                        """
                        select count(*) from alarms a
                         where a.ended_at is null and a.acknowledged_at is null and a.subject is not null and a.what <> all (:elsewhere)
                           and (a.hotel_id = :hotel
                                or a.hotel_id is null
                                   and exists (select from third_party_integrations c
                                                where c.account_id = a.account_id and c.state <> 'disconnected' and c.hotel_id = :hotel))
                        """)
                .param("elsewhere", AlertKind.shownElsewhere().toArray(String[]::new))
                .param("hotel", hotel)
                .query(Integer.class)
                .single();
    }

    /** Notes that somebody knows of one that lasts; false where it is over, or known already. */
    public boolean acknowledge(Alert alert, String actor) {
        return sessions.call(
                actor,
                session -> {
                    boolean first =
                            session.sql(
                                                    """
                                                    update alarms set acknowledged_at = now(), acknowledged_by = ?
                                                     where id = ? and ended_at is null and acknowledged_at is null
                                                    """)
                                            .params(actor, alert.id())
                                            .update()
                                    == 1;
                    if (first) {
                        session.sql(
                                        "insert into audit (hotel_id, subject, subject_id, act) values (?, 'alarms', ?, 'acknowledge')")
                                .param(1, alert.hotel(), Types.INTEGER)
                                .param(2, alert.id())
                                .update();
                    }
                    return first;
                });
    }

    private static StatementSpec params(StatementSpec statement, AlertWish wish) {
        return statement
                .param("everywhere", wish.everywhere())
                .param("hotels", wish.hotels().toArray(Long[]::new))
                .param("id", wish.id(), Types.BIGINT)
                .param("hotel", wish.hotel(), Types.INTEGER)
                .param("kind", wish.kind(), Types.VARCHAR)
                .param("state", wish.state());
    }

    static Alert alert(ResultSet row, int number) throws SQLException {
        String zone = row.getString("time_zone");
        return new Alert(
                row.getLong("id"),
                row.getString("what"),
                row.getObject("hotel_id", Integer.class),
                row.getString("hotel_name"),
                zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                row.getObject("connection_id", Integer.class),
                row.getObject("account_id", Long.class),
                row.getString("provider"),
                row.getString("severity"),
                row.getString("title"),
                row.getString("words"),
                row.getString("todo"),
                row.getString("page"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("raised_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getInt("returns"),
                instant(row.getTimestamp("acknowledged_at")),
                row.getString("acknowledged_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
