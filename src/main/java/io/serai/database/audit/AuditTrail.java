package io.serai.database.audit;

import io.serai.database.TenantSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows what was written in the audit. */
@Repository
public class AuditTrail {

    private static final String SELECT =
            """
            select id, at, actor, hotel_id, subject, subject_id, act, nights::text as nights, change::text as change, reason from audit
             where id < ? and (?::text is null or actor = ?) and (?::text is null or subject = ?)
            """;

    private final TenantSession tenants;
    private final JdbcClient engine;

    AuditTrail(TenantSession tenants, JdbcClient engine) {
        this.tenants = tenants;
        this.engine = engine;
    }

    /**
     * An entry.
     *
     * @param change what changed, as JSON; null where that is not said
     */
    public record Entry(
            long id,
            Instant at,
            String actor,
            @Nullable Integer hotel,
            String subject,
            @Nullable Long subjectId,
            String act,
            @Nullable String nights,
            @Nullable String change,
            @Nullable String reason) {}

    /**
     * Which entries are looked for.
     *
     * @param actor null: anybody
     * @param subject null: any
     * @param before the id before which they are
     * @param most how many at most
     */
    public record Question(
            @Nullable String actor, @Nullable String subject, long before, int most) {}

    /** Those of some hotels, the newest first. */
    public List<Entry> of(String reader, List<Long> hotels, Question question) {
        return tenants.call(hotels, reader, session -> ask(session, SELECT, question));
    }

    /** Those of no hotel, the newest first: users, keys, jobs. */
    public List<Entry> ofNoHotel(Question question) {
        return ask(engine, SELECT + " and hotel_id is null", question);
    }

    private static List<Entry> ask(JdbcClient database, String select, Question question) {
        return database.sql(select + " order by id desc limit ?")
                .params(
                        question.before(),
                        question.actor(),
                        question.actor(),
                        question.subject(),
                        question.subject(),
                        question.most())
                .query(AuditTrail::read)
                .list();
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getObject("hotel_id", Integer.class),
                row.getString("subject"),
                row.getObject("subject_id", Long.class),
                row.getString("act"),
                row.getString("nights"),
                row.getString("change"),
                row.getString("reason"));
    }
}
