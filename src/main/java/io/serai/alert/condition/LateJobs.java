package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertSettings;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Jobs that were due and that no instance has begun. */
@Component
final class LateJobs implements Condition {

    private static final String FOUND =
            """
            select 'job ' || job_name as subject, null::integer as hotel_id, null::integer as connection_id, null::bigint as account_id, null::text as provider,
                   min(due) as since,
                   'The job ' || job_name || ' is late' as title,
                   'It was due on ' || to_char(min(due) at time zone 'UTC', 'DD Mon HH24:MI') || ' UTC, and no instance began it' as words,
                   '/jobs' as page
              from (select job_name, to_timestamp(next_fire_time / 1000.0) as due from qrtz_triggers
                     where next_fire_time > 0 and trigger_group = job_name and trigger_state not in ('PAUSED', 'PAUSED_BLOCKED')) t
             where due <= :before
             group by job_name
            """;

    private final Questions questions;
    private final AlertSettings settings;

    LateJobs(Questions questions, AlertSettings settings) {
        this.questions = questions;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.JOB_LATE;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked -> asked.param("before", Questions.at(now.minus(settings.jobLate()))));
    }
}
