package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Receivers that were not told of alerts, in the end. */
@Component
final class UntoldAlerts implements Condition {

    private static final String FOUND =
            """
            select 'receiver ' || r.id as subject, r.hotel_id, null::integer as connection_id, null::bigint as account_id, null::text as provider, p.since,
                   r.name || ' is not told of alerts' || coalesce(' of hotel ' || h.name, '') as title,
                   concat_ws('; ', case when p.parked > 0 then format('given up: %s, the last one: %s', p.parked, p.words) end, r.disabled_reason) as words,
                   '/inbox/receivers' as page
              from alert_receivers r
              left join hotels h on h.id = r.hotel_id
             cross join lateral (select count(*) as parked, min(created_at) as since, (array_agg(words order by id desc))[1] as words
                                   from alert_messages m where m.receiver_id = r.id and m.state = 'parked' and m.what <> 'test') p
             where r.is_enabled and p.parked > 0 or r.disabled_reason is not null
            """;

    private final Questions questions;

    UntoldAlerts(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.ALERT_UNTOLD;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(kind(), FOUND, asked -> asked);
    }
}
