package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Connections that stand still until a person acts; not where it is their account that is not let
 * in.
 */
@Component
final class StoppedConnections implements Condition {

    private static final String FOUND =
            """
            select 'connection ' || c.id as subject, c.hotel_id, c.id as connection_id, null::bigint as account_id, c.provider, null::timestamptz as since,
                   '{channel} is stopped for hotel ' || h.name as title,
                   coalesce(c.state_reason, 'the channel gave no reason') as words,
                   '/hotels/' || c.hotel_id || '/connections/' || c.id as page
              from third_party_integrations c
              join hotels h on h.id = c.hotel_id
              left join channel_accounts a on a.id = c.account_id
             where c.state = 'broken' and c.is_enabled and c.status = 'active' and a.state is distinct from 'broken'
            """;

    private final Questions questions;

    StoppedConnections(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CONNECTION_STOPPED;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(kind(), FOUND, asked -> asked);
    }
}
