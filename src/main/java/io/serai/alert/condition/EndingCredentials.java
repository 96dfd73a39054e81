package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import io.serai.channel.account.CredentialSettings;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Credentials that end soon, or have ended. */
@Component
final class EndingCredentials implements Condition {

    private static final String FOUND =
            "with "
                    + Questions.SERVED
                    + """
            select 'account ' || a.id as subject, s.hotel_id, s.connection_id, a.id as account_id, a.provider, null::timestamptz as since,
                   'The credentials of {channel} of ' || s.of || case when a.login_expires_at <= :now then ' have ended' else ' end soon' end as title,
                   'They end on ' || (a.login_expires_at at time zone 'UTC')::date || ' and were last changed on ' || (a.login_changed_at at time zone 'UTC')::date as words,
                   s.page || '/credentials' as page
              from channel_accounts a join served s on s.account_id = a.id
             where a.state = 'ready' and a.login_expires_at <= :before
            """;

    private final Questions questions;
    private final CredentialSettings settings;

    EndingCredentials(Questions questions, CredentialSettings settings) {
        this.questions = questions;
        this.settings = settings;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.CREDENTIALS_ENDING;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked ->
                        asked.param("before", Questions.at(now.plus(settings.endsAhead())))
                                .param("now", Questions.at(now)));
    }
}
