package io.serai.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was written down about the runs of jobs. */
@Repository
class JobHistory {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private static final String SHOWN =
            "select id, name, outcome, asked_by, at, ended_at, zone, detail, words from ota_sync_logs";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    JobHistory(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The run that waits or is under way. */
    Optional<JobRun> unended(String job) {
        return jdbc.sql(
                        SHOWN
                                + " where asked_by is not null and ended_at is null and name = ? order by id limit 1")
                .param(job)
                .query(this::run)
                .optional();
    }

    /** The newest run that has ended. */
    Optional<JobRun> lastEnded(String job) {
        return jdbc.sql(
                        SHOWN
                                + " where asked_by is not null and ended_at is not null and name = ? order by id desc limit 1")
                .param(job)
                .query(this::run)
                .optional();
    }

    Optional<JobRun> find(String job, long run) {
        return jdbc.sql(SHOWN + " where asked_by is not null and name = ? and id = ?")
                .params(job, run)
                .query(this::run)
                .optional();
    }

    /** The newest runs of a job, the newest first, older than the one of this id. */
    List<JobRun> before(String job, long id, int most) {
        return jdbc.sql(
                        SHOWN
                                + " where asked_by is not null and name = ? and id < ? order by id desc limit ?")
                .params(job, id, most)
                .query(this::run)
                .list();
    }

    private JobRun run(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new JobRun(
                row.getLong("id"),
                row.getString("name"),
                JobOutcome.of(row.getString("outcome")),
                row.getString("asked_by"),
                row.getTimestamp("at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("zone"),
                read(row.getString("detail")),
                row.getString("words"));
    }

    private Map<String, Long> read(@Nullable String counts) {
        try {
            return counts == null ? Map.of() : json.readValue(counts, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("detail of a run: not counts by name", e);
        }
    }
}
