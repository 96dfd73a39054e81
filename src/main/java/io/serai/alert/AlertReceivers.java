package io.serai.alert;

import io.serai.database.EngineSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is told of alerts; who changes it is written down. */
@Repository
public class AlertReceivers {

    private static final String SELECT =
            """
            select r.id, r.hotel_id, r.name, r.way, r.address, r.kinds, r.least_severity, r.is_enabled, r.is_set, r.disabled_reason, r.created_at,
                   (select count(*) from alert_messages m where m.receiver_id = r.id and m.state = 'waiting') as waiting,
                   (select count(*) from alert_messages m where m.receiver_id = r.id and m.state = 'parked') as parked,
                   l.words, l.told_at
              from alert_receivers r
              left join lateral (select words, tried_at as told_at from alert_messages m
                                  where m.receiver_id = r.id and m.tried_at is not null order by m.tried_at desc limit 1) l on true
            """;

    private final JdbcClient jdbc;
    private final EngineSession sessions;

    AlertReceivers(JdbcClient jdbc, EngineSession sessions) {
        this.jdbc = jdbc;
        this.sessions = sessions;
    }

    /**
     * Those of some hotels, the oldest first.
     *
     * @param everywhere whether those of all hotels are among them
     */
    public List<Receiver> all(List<Long> hotels, boolean everywhere) {
        return jdbc.sql(
                        SELECT
                                + " where r.hotel_id = any (:hotels) or r.hotel_id is null and :everywhere order by r.id")
                .param("hotels", hotels.toArray(Long[]::new))
                .param("everywhere", everywhere)
                .query(AlertReceivers::receiver)
                .list();
    }

    /** One of them. */
    public Optional<Receiver> find(List<Long> hotels, boolean everywhere, long id) {
        return all(hotels, everywhere).stream().filter(it -> it.id() == id).findFirst();
    }

    /**
     * Adds one and gives its key.
     *
     * @param hotel null: for all hotels
     * @param secret sealed; null for mail
     * @throws org.springframework.dao.DuplicateKeyException where there is one of this address
     */
    public long add(
            @Nullable Integer hotel, Receiver.Wish wish, byte @Nullable [] secret, String actor) {
        return sessions.call(
                actor,
                session ->
                        wished(
                                        session.sql(
                                                """
                                                insert into alert_receivers (hotel_id, name, way, address, kinds, least_severity, is_enabled, secret_sealed)
                                                values (:hotel, :name, :way, :address, :kinds, :least, :enabled, :secret) returning id
                                                """),
                                        wish)
                                .param("hotel", hotel, Types.INTEGER)
                                .param("way", wish.way())
                                .param("secret", secret, Types.BINARY)
                                .query(Long.class)
                                .single());
    }

    /**
     * Makes one what is wished; what waits for it is sent there.
     *
     * @throws org.springframework.dao.DuplicateKeyException where there is another of this address
     */
    public void change(long id, Receiver.Wish wish, String actor) {
        sessions.call(
                actor,
                session ->
                        wished(
                                        session.sql(
                                                """
                                                update alert_receivers
                                                   set name = :name, address = :address, kinds = :kinds, least_severity = :least, is_enabled = :enabled,
                                                       disabled_reason = case when not :enabled then disabled_reason end
                                                 where id = :id
                                                """),
                                        wish)
                                .param("id", id)
                                .update());
    }

    private static StatementSpec wished(StatementSpec statement, Receiver.Wish wish) {
        return statement
                .param("name", wish.name())
                .param("address", wish.address())
                .param("kinds", wish.kinds().toArray(String[]::new))
                .param("least", wish.least().word())
                .param("enabled", wish.enabled());
    }

    /** Takes one away with all that it was told. */
    public void remove(long id, String actor) {
        sessions.call(
                actor,
                session ->
                        session.sql("delete from alert_receivers where id = ?").param(id).update());
    }

    /**
     * Sends one something that means nothing, at once; gives the key of the message.
     *
     * @param most so many within a minute; empty where there were as many
     */
    @Transactional
    public Optional<Long> test(Receiver receiver, int most) {
        jdbc.sql("select id from alert_receivers where id = ? for no key update")
                .param(receiver.id())
                .query(Long.class)
                .optional();
        return jdbc.sql(
                        """
                        insert into alert_messages (hotel_id, receiver_id, what, message_id, digest)
                        select :hotel, :receiver, 'test', id, id from (select 'msg_' || replace(gen_random_uuid()::text, '-', '') as id) made
                         where (select count(*) from alert_messages
                                 where receiver_id = :receiver and what = 'test' and created_at > clock_timestamp() - interval '1 minute') < :most
                        returning id
                        """)
                .param("hotel", receiver.hotel(), Types.INTEGER)
                .param("receiver", receiver.id())
                .param("most", most)
                .query(Long.class)
                .optional();
    }

    /** Tells one again what was given up, under the same ids; how many messages these are. */
    public int again(long id) {
        return jdbc.sql(
                        """
                        update alert_messages set state = 'waiting', tries = 0, next_try_at = now()
                         where receiver_id = ? and state = 'parked'
                        """)
                .param(id)
                .update();
    }

    /** Nobody is told there any more, until somebody enables it again. */
    void end(long id, String reason) {
        sessions.call(
                "engine:alerts",
                session ->
                        session.sql(
                                        "update alert_receivers set is_enabled = false, disabled_reason = ? where id = ?")
                                .params(reason, id)
                                .update());
    }

    private static Receiver receiver(ResultSet row, int number) throws SQLException {
        return new Receiver(
                row.getLong("id"),
                row.getObject("hotel_id", Integer.class),
                new Receiver.Wish(
                        row.getString("name"),
                        row.getString("way"),
                        row.getString("address"),
                        List.of((String[]) row.getArray("kinds").getArray()),
                        Severity.of(row.getString("least_severity")),
                        row.getBoolean("is_enabled")),
                row.getBoolean("is_set"),
                row.getString("disabled_reason"),
                row.getInt("waiting"),
                row.getInt("parked"),
                row.getString("words"),
                row.getObject("told_at", OffsetDateTime.class),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
