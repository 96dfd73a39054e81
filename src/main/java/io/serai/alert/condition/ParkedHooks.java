package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hotels' own systems that were not told of bookings. */
@Component
final class ParkedHooks implements Condition {

    private static final String FOUND =
            """
            select 'hook ' || s.id as subject, s.hotel_id, null::integer as connection_id, null::bigint as account_id, null::text as provider, p.since,
                   'A system of hotel ' || h.name || ' is not told of bookings' as title,
                   concat_ws('; ', case when p.parked > 0 then 'given up: ' || p.parked end, s.disabled_reason) as words,
                   '/hotels/' || s.hotel_id || '/connections/hooks/' || s.id as page
              from hook_subscriptions s
              join hotels h on h.id = s.hotel_id
             cross join lateral (select count(*) as parked, min(created_at) as since from hook_deliveries d where d.subscription_id = s.id and d.state = 'parked') p
             where p.parked > 0 or s.disabled_reason is not null
            """;

    private final Questions questions;

    ParkedHooks(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.HOOK_PARKED;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(kind(), FOUND, asked -> asked);
    }
}
