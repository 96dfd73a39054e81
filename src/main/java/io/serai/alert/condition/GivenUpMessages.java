package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Connections with messages that were given up, of which the channel has no other values yet. */
@Component
final class GivenUpMessages implements Condition {

    private static final String FOUND =
            """
            select 'connection ' || c.id as subject, c.hotel_id, c.id as connection_id, null::bigint as account_id, c.provider, f.since,
                   '{channel} did not take values of hotel ' || h.name || ', and they are sent no more' as title,
                   format('Messages given up: %s; the last one: %s', f.messages, f.words) as words,
                   '/hotels/' || c.hotel_id || '/refused' as page
              from third_party_integrations c
              join hotels h on h.id = c.hotel_id
             cross join lateral (
                   select count(distinct a.id) as messages, min(a.opened_at) as since, (array_agg(coalesce(a.words, f.words) order by a.id desc))[1] as words
                     from attempts a join refusals f on f.connection_id = c.id and f.attempt_id = a.id
                    where a.connection_id = c.id and a.given_up) f
             where c.state <> 'disconnected' and f.messages > 0
            """;

    private final Questions questions;

    GivenUpMessages(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.MESSAGE_GIVEN_UP;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(kind(), FOUND, asked -> asked);
    }
}
