package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertSettings;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages that are parked and wait for a person. */
@Component
final class ParkedMessages implements Condition {

    private static final String FOUND =
            """
            select 'hotel ' || coalesce(p.hotel_id::text, 'none') || ' ' || p.kind as subject, p.hotel_id, null::integer as connection_id, null::bigint as account_id,
                   null::text as provider, min(p.first_at) as since,
                   count(*) || case p.kind when 'reservation' then ' booking' when 'webhook' then ' call' else ' request' end || case count(*) when 1 then '' else 's' end
                       || case p.kind when 'reservation' then '' when 'webhook' then ' of channels' else ' to channels' end
                       || ' could not be processed' || coalesce(' for hotel ' || min(h.name), '') as title,
                   'The oldest is parked since ' || to_char(min(p.first_at) at time zone coalesce(min(h.time_zone), 'UTC'), 'DD Mon HH24:MI') as words,
                   '/inbox?kind=' || p.kind || coalesce('&hotel=' || p.hotel_id, '') as page,
                   case p.kind when 'reservation' then 'urgent' else 'warning' end as severity
              from parked_messages p left join hotels h on h.id = p.hotel_id
             where p.state = 'parked' and p.kind <> 'hook' and p.first_at <= :before
             group by p.hotel_id, p.kind
            """;

    private final Questions questions;
    private final AlertSettings settings;

    ParkedMessages(Questions questions, AlertSettings settings) {
        this.questions = questions;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.MESSAGES_PARKED;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked -> asked.param("before", Questions.at(now.minus(settings.parked()))));
    }
}
