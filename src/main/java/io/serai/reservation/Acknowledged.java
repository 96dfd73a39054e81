package io.serai.reservation;

import io.serai.channel.PortJson;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which revisions a channel knows that we have. */
@Component("acknowledged")
public class Acknowledged {

    private final JdbcClient jdbc;

    Acknowledged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The channel took our word for these reservations: as they are now and as they were before.
     */
    public void mark(long accountId, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update reservation_revisions set acknowledged_at = now()
                         where account_id = :account and number in (:numbers) and acknowledged_at is null
                        """)
                .param("account", accountId)
                .param("numbers", numbers)
                .update();
    }

    /** As {@link #mark}, for the route of a confirmation: if the channel took it, and it thanks. */
    public void settle(
            @Header("Serai-Account") long accountId,
            @Body String answer,
            @Variable("request") @Nullable String confirmation) {
        if (confirmation == null) {
            return;
        }
        var confirmed = PortJson.read(confirmation, Confirmation.class);
        if (confirmed.refused() == null
                && PortJson.read(answer, PushAnswer.class).outcome() == Outcome.APPLIED) {
            mark(accountId, confirmed.reservations());
        }
    }

    /** What the port {@code reservations-confirm} is given. */
    record Confirmation(String queue, List<String> reservations, @Nullable String refused) {}
}
