package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Jobs whose last run failed. */
@Component
final class FailedJobs implements Condition {

    /** Of runs before nothing is said: what is to run daily ran since. */
    private static final Duration WINDOW = Duration.ofDays(3);

    private static final String FOUND =
            """
            select 'job ' || name as subject, null::integer as hotel_id, null::integer as connection_id, null::bigint as account_id, null::text as provider,
                   ended_at as since,
                   'The job ' || name || ' failed' as title,
                   coalesce(words, 'it gave no reason') as words,
                   '/jobs' as page
              from (select distinct on (name) name, outcome, ended_at, words from ota_sync_logs
                     where asked_by is not null and ended_at is not null and at > :after order by name, id desc) l
             where outcome = 'failed'
            """;

    private final Questions questions;

    FailedJobs(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.JOB_FAILED;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(), FOUND, asked -> asked.param("after", Questions.at(now.minus(WINDOW))));
    }
}
