package io.serai.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.job.JobTick.Due;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down the runs of jobs, as rows of {@code ota_sync_logs} that say who asked for them. */
@Repository
class JobRuns {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    JobRuns(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Writes down that somebody wants a run.
     *
     * @return its id; empty while another run of the job waits or is under way
     */
    OptionalLong ask(String job, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> askAlone(job, actor)));
    }

    private OptionalLong askAlone(String job, String actor) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('serai-job:' || ?, 0))")
                .param(job)
                .query()
                .singleRow();
        if (jdbc.sql(
                        "select exists (select from ota_sync_logs where asked_by is not null and ended_at is null and name = ?)")
                .param(job)
                .query(Boolean.class)
                .single()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                jdbc.sql(
                                """
                                insert into ota_sync_logs (at, kind, name, outcome, asked_by) values (clock_timestamp(), 'run', ?, 'waiting', ?)
                                returning id
                                """)
                        .params(job, actor)
                        .query(Long.class)
                        .single());
    }

    /**
     * A run begins.
     *
     * @return its id; empty when somebody wanted it and it was given up meanwhile
     */
    OptionalLong begin(Due due) {
        if (due.run() != null) {
            int waited =
                    jdbc.sql(
                                    """
                                    update ota_sync_logs set outcome = 'running', fired = ?, due_at = ?
                                     where id = ? and asked_by is not null and ended_at is null
                                    """)
                            .params(due.fired(), Timestamp.from(due.at()), due.run())
                            .update();
            return waited == 0 ? OptionalLong.empty() : OptionalLong.of(due.run());
        }
        return OptionalLong.of(
                jdbc.sql(
                                """
                                insert into ota_sync_logs (at, kind, name, outcome, asked_by, due_at, fired, zone)
                                values (clock_timestamp(), 'run', :job, 'running', 'clock', :due, :fired, :zone)
                                returning id
                                """)
                        .param("job", due.job())
                        .param("due", Timestamp.from(due.at()))
                        .param("fired", due.fired())
                        .param("zone", due.zone(), Types.VARCHAR)
                        .query(Long.class)
                        .single());
    }

    /** A run has ended; nothing when it is known as ended already. */
    void end(long run, JobResult result) {
        jdbc.sql(
                        """
                        update ota_sync_logs
                           set outcome = :outcome, detail = cast(:counts as jsonb), words = :words, ended_at = clock_timestamp(),
                               took_ms = extract(epoch from clock_timestamp() - at) * 1000
                         where id = :run and asked_by is not null and ended_at is null
                        """)
                .param("outcome", result.outcome().word())
                .param("counts", write(result.counts()))
                .param("words", result.words(), Types.VARCHAR)
                .param("run", run)
                .update();
    }

    /**
     * Ends runs of which the store of jobs knows no more: an instance that is found dead is
     * forgotten there with what it ran. A run is ended here before it is there, so that none is
     * ended too early.
     *
     * @return how many
     */
    int endInterrupted() {
        return jdbc.sql(
                        """
                        update ota_sync_logs l
                           set outcome = 'interrupted', words = 'what ran it ended before it did', ended_at = clock_timestamp(),
                               took_ms = extract(epoch from clock_timestamp() - at) * 1000
                         where asked_by is not null and ended_at is null
                           and case when fired is not null then not exists (select from qrtz_fired_triggers f where f.entry_id = l.fired)
                                    else at < clock_timestamp() - interval '1 minute'
                                         and not exists (select from qrtz_triggers t where t.trigger_group = 'demand' and t.trigger_name = l.id::text)
                                         and not exists (select from qrtz_fired_triggers f where f.trigger_group = 'demand' and f.trigger_name = l.id::text)
                               end
                        """)
                .update();
    }

    private String write(Map<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts of a run: " + counts, e);
        }
    }
}
