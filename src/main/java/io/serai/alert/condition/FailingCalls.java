package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertSettings;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Accounts of whose calls to an endpoint too many fail; what is not there (404) is an answer. */
@Component
final class FailingCalls implements Condition {

    private static final String FOUND =
            "with "
                    + Questions.SERVED
                    + """
            select 'account ' || s.account_id || ' ' || l.name as subject, s.hotel_id, s.connection_id, s.account_id, s.provider, null::timestamptz as since,
                   '{channel} fails at ' || l.name || ' for ' || s.of as title,
                   format('%s of the last %s calls failed, the last one with %s', l.bad, l.calls, l.last) as words,
                   s.page
              from (select account_id, name, count(*) as calls, count(*) filter (where bad) as bad,
                           (array_agg(coalesce(status::text, outcome) order by at desc) filter (where bad))[1] as last
                      from (select account_id, name, at, status, outcome,
                                   outcome in ('no answer', 'refused', 'later', 'broken') and status is distinct from 404 as bad
                              from ota_sync_logs
                             where kind = 'call' and account_id is not null and at > :after and outcome not like 'not %') c
                     group by account_id, name) l
              join served s on s.account_id = l.account_id
             where l.calls >= :least and l.bad > l.calls * :share::numeric and
            """
                    + Questions.REACHED
                    + "s.account_id)";

    private final Questions questions;
    private final AlertSettings settings;

    FailingCalls(Questions questions, AlertSettings settings) {
        this.questions = questions;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CALLS_FAILING;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked ->
                        asked.param("after", Questions.at(now.minus(settings.calls().window())))
                                .param("least", settings.calls().least())
                                .param("share", settings.calls().share()));
    }
}
