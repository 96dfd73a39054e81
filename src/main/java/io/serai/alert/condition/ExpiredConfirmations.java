package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertSettings;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Bookings whose channel waits no longer for our confirmation, for a while. */
@Component
final class ExpiredConfirmations implements Condition {

    private static final String FOUND =
            """
            select 'booking ' || r.id as subject, r.hotel_id, r.connection_id, null::bigint as account_id, r.provider, v.expires_at as since,
                   'Booking ' || r.number || ' of hotel ' || h.name || ' was not confirmed to {channel} in time' as title,
                   '{channel} gave up on ' || to_char(v.expires_at at time zone h.time_zone, 'DD Mon HH24:MI') || coalesce(': ' || v.confirm_words, '') as words,
                   '/hotels/' || r.hotel_id || '/bookings/' || r.id as page
            """
                    + Questions.UNCONFIRMED
                    + """
               and v.expires_at <= :now and v.expires_at > :after
            """;

    private final Questions questions;
    private final AlertSettings settings;

    ExpiredConfirmations(Questions questions, AlertSettings settings) {
        this.questions = questions;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CONFIRMATION_EXPIRED;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked ->
                        asked.param("now", Questions.at(now))
                                .param("after", Questions.at(now.minus(settings.expiredShown()))));
    }
}
