package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Connections whose retries have ended. */
@Component
final class HeldConnections implements Condition {

    private static final String FOUND =
            """
            select 'connection ' || c.id as subject, c.hotel_id, c.id as connection_id, null::bigint as account_id, c.provider, k.held_since as since,
                   '{channel} takes no changes of hotel ' || h.name as title,
                   'All retries are over; it is tried once an hour: ' || coalesce(k.words, 'the channel gave no reason') as words,
                   '/hotels/' || c.hotel_id || '/connections/' || c.id as page
              from claims k
              join third_party_integrations c on c.id = k.connection_id
              join hotels h on h.id = c.hotel_id
             where k.held_since is not null and c.open
            """;

    private final Questions questions;

    HeldConnections(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CONNECTION_HELD;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(kind(), FOUND, asked -> asked);
    }
}
