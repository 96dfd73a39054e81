package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertSettings;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Connections whose oldest change was not sent for too long; nothing is said of those that are held
 * anyway, or reach nobody.
 */
@Component
final class WaitingChanges implements Condition {

    private static final String FOUND =
            """
            select 'connection ' || c.id as subject, c.hotel_id, c.id as connection_id, null::bigint as account_id, c.provider, m.at as since,
                   'Changes of hotel ' || h.name || ' wait too long to be sent to {channel}' as title,
                   'The oldest is of ' || to_char(m.at at time zone h.time_zone, 'DD Mon HH24:MI') || coalesce('; it waits for: ' || k.words, '') as words,
                   '/hotels/' || c.hotel_id || '/connections/' || c.id as page
              from third_party_integrations c
              join hotels h on h.id = c.hotel_id
              left join claims k on k.connection_id = c.id
             cross join lateral (select at from marks where connection_id = c.id order by id limit 1) m
             where c.open and k.held_since is null and m.at < :before and
            """
                    + Questions.REACHED
                    + "c.account_id)";

    private final Questions questions;
    private final AlertSettings settings;

    WaitingChanges(Questions questions, AlertSettings settings) {
        this.questions = questions;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CHANGE_WAITING;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked -> asked.param("before", Questions.at(now.minus(settings.changeWaiting()))));
    }
}
