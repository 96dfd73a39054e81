package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Bookings of which half the time is over that their channel waits for our confirmation. */
@Component
final class LateConfirmations implements Condition {

    private static final String FOUND =
            """
            select 'booking ' || r.id as subject, r.hotel_id, r.connection_id, null::bigint as account_id, r.provider, v.half_at as since,
                   'Booking ' || r.number || ' of hotel ' || h.name || ' is not confirmed to {channel}' as title,
                   '{channel} gives up on ' || to_char(v.expires_at at time zone h.time_zone, 'DD Mon HH24:MI') || coalesce(': ' || v.confirm_words, '') as words,
                   '/hotels/' || r.hotel_id || '/bookings/' || r.id as page
            """
                    + Questions.UNCONFIRMED
                    + """
               and v.half_at <= :now and v.expires_at > :now
            """;

    private final Questions questions;

    LateConfirmations(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CONFIRMATION_LATE;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(kind(), FOUND, asked -> asked.param("now", Questions.at(now)));
    }
}
