package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertSettings;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Connections of whose latest messages too many were answered with an error or a warning. */
@Component
final class RefusedMessages implements Condition {

    private static final String FOUND =
            """
            with latest as (
                     select connection_id, outcome <> 'applied' or code is not null as bad,
                            row_number() over (partition by connection_id order by id desc) as nth
                       from attempts
                      where outcome <> 'open' and opened_at > :after),
                 counted as (
                     select connection_id, count(*) as messages, count(*) filter (where bad) as bad
                       from latest where nth <= :most group by connection_id)
            select 'connection ' || c.id as subject, c.hotel_id, c.id as connection_id, null::bigint as account_id, c.provider, null::timestamptz as since,
                   '{channel} refuses messages of hotel ' || h.name as title,
                   format('%s of the last %s messages were answered with an error or a warning', m.bad, m.messages) as words,
                   '/hotels/' || c.hotel_id || '/refused' as page
              from third_party_integrations c
              join hotels h on h.id = c.hotel_id
              join counted m on m.connection_id = c.id
             where c.state <> 'disconnected' and m.messages >= :least and m.bad > m.messages * :share::numeric
            """;

    private final Questions questions;
    private final AlertSettings settings;

    RefusedMessages(Questions questions, AlertSettings settings) {
        this.questions = questions;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.MESSAGES_REFUSED;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked ->
                        asked.param("after", Questions.at(now.minus(settings.messages().window())))
                                .param("most", settings.messages().most())
                                .param("least", settings.messages().least())
                                .param("share", settings.messages().share()));
    }
}
