package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Accounts that their channel does not let in. */
@Component
final class RefusedCredentials implements Condition {

    private static final String FOUND =
            "with "
                    + Questions.SERVED
                    + """
            select 'account ' || a.id as subject, s.hotel_id, s.connection_id, a.id as account_id, a.provider, null::timestamptz as since,
                   '{channel} refuses the credentials of ' || s.of as title,
                   coalesce(a.state_reason, 'the channel gave no reason') || '; nothing is sent and no booking is asked for until others are entered' as words,
                   s.page || '/credentials' as page
              from channel_accounts a join served s on s.account_id = a.id
             where a.state = 'broken'
            """;

    private final Questions questions;

    RefusedCredentials(Questions questions) {
        this.questions = questions;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CREDENTIALS_REFUSED;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(kind(), FOUND, asked -> asked);
    }
}
