package io.serai.database.audit;

import io.serai.database.TenantSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows what was written in the audit. */
@Repository
public class AuditTrail {

    private static final String SELECT =
            """
            select id, at, actor, hotel_id, subject, subject_id, act, nights::text as nights, change::text as change, reason from audit
             where id < :before
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
     * @param act null: any
     * @param subject null: any
     * @param from not before; null: from the first
     * @param until before; null: to the latest
     * @param before the id before which they are
     * @param most how many at most
     */
    public record Question(
            @Nullable String actor,
            @Nullable String act,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant until,
            long before,
            int most) {}

    /** Those of some hotels, the newest first. */
    public List<Entry> of(String reader, List<Long> hotels, Question question) {
        return tenants.call(hotels, reader, session -> ask(session, SELECT, question));
    }

    /** Those of no hotel, the newest first: users, keys, jobs. */
    public List<Entry> ofNoHotel(Question question) {
        return ask(engine, SELECT + " and hotel_id is null", question);
    }

    /** Only what is asked is said: a condition that may be none would hide from the indexes. */
    private static List<Entry> ask(JdbcClient database, String select, Question question) {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("actor = :actor", question.actor());
        asked.put("act = :act", question.act());
        asked.put("subject = :subject", question.subject());
        asked.put("at >= :from", time(question.from()));
        asked.put("at < :until", time(question.until()));
        asked.values().removeIf(Objects::isNull);
        var statement =
                database.sql(
                                select
                                        + asked.keySet().stream()
                                                .map(each -> " and " + each)
                                                .collect(Collectors.joining())
                                        + " order by id desc limit :most")
                        .param("before", question.before())
                        .param("most", question.most());
        asked.forEach(
                (condition, value) ->
                        statement.param(condition.substring(condition.indexOf(':') + 1), value));
        return statement.query(AuditTrail::read).list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
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
