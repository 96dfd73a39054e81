package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Connections whose channel may hold something else, since the database was restored. */
@Component
final class RestoredDatabases implements Condition {

    private static final String FOUND =
            """
            select 'connection ' || r.connection_id as subject, r.hotel_id, r.connection_id, null::bigint as account_id, c.provider, r.noticed_at as since,
                   '{channel} may hold something else than is known here of hotel ' || h.name as title,
                   r.words || case when r.is_being_told then ' It is being told everything again.' else '' end as words,
                   '/hotels/' || r.hotel_id || '/connections/' || r.connection_id as page
              from connections_restored r
              join third_party_integrations c on c.id = r.connection_id
              join hotels h on h.id = r.hotel_id
             where r.open
            """;

    private final Questions questions;

    RestoredDatabases(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.DATABASE_RESTORED;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(kind(), FOUND, asked -> asked);
    }
}
