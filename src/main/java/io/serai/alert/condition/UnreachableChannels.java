package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertSettings;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Accounts none of whose calls is answered, or only by servers that fail. */
@Component
final class UnreachableChannels implements Condition {

    /** The calls that are looked at; an account that fails is called again well within it. */
    private static final Duration WINDOW = Duration.ofHours(1);

    private static final String FOUND =
            """
            with latest as (
                     select account_id, at, outcome = 'no answer' or status >= 500 as failed,
                            max(at) filter (where status < 500) over (partition by account_id) as answered
                       from ota_sync_logs
                      where kind = 'call' and account_id is not null and at > :after),
                 silent as (
                     select account_id, count(*) as calls, min(at) as since from latest
                      where failed and at > coalesce(answered, '-infinity') group by account_id),
            """
                    + Questions.SERVED
                    + """
            select 'account ' || s.account_id as subject, s.hotel_id, s.connection_id, s.account_id, s.provider, l.since,
                   '{channel} does not answer for ' || s.of as title,
                   format('None of the last %s calls was answered, or only with errors of the channel''s servers', l.calls) as words,
                   s.page
              from silent l join served s on s.account_id = l.account_id
             where l.calls >= :least and l.since <= :before
            """;

    private final Questions questions;
    private final AlertSettings settings;

    UnreachableChannels(Questions questions, AlertSettings settings) {
        this.questions = questions;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CHANNEL_UNREACHABLE;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked ->
                        asked.param(
                                        "after",
                                        Questions.at(
                                                now.minus(WINDOW).minus(settings.unreachable())))
                                .param("before", Questions.at(now.minus(settings.unreachable())))
                                .param("least", settings.unreachableCalls()));
    }
}
