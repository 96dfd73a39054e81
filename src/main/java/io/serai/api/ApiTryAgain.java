package io.serai.api;

import io.serai.channel.account.ChannelAccounts;
import io.serai.channel.breaker.Breakers;
import io.serai.delivery.Refusals;
import io.serai.delivery.Wakes;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a connection try again what was refused, put off or broken. */
@Component("apiTryAgain")
public class ApiTryAgain {

    private final Targets targets;
    private final Refusals refusals;
    private final ChannelAccounts accounts;
    private final Breakers breakers;
    private final Wakes wakes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ApiTryAgain(
            Targets targets,
            Refusals refusals,
            ChannelAccounts accounts,
            Breakers breakers,
            Wakes wakes,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.targets = targets;
        this.refusals = refusals;
        this.accounts = accounts;
        this.breakers = breakers;
        this.wakes = wakes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Lifts what was refused, lets the account call again, and has a broken connection read its
     * rooms and rates, after which it opens; so do all that broke because the account was stopped.
     */
    public Begun connection(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.connection(caller, id);
        if (target.account() == 0 || target.state().equals("disconnected")) {
            throw new Problem(
                    409,
                    "Nothing to try",
                    "state: '" + target.state() + "' (expected: one that was taken in)");
        }
        targets.asked(caller, target, "try-again");
        breakers.close(target.id(), target.account());
        transaction.executeWithoutResult(status -> again(target));
        return Begun.of("try-again", List.of(target));
    }

    private void again(Target target) {
        refusals.lift(target.id());
        String stopped = accounts.get(target.account()).reason();
        accounts.tryAgain(target.account());
        jdbc.sql(
                        """
                        update third_party_integrations set state = 'reading', state_reason = null, read_at = null
                         where state = 'broken' and (id = ? or (account_id = ? and state_reason = ?))
                        """)
                .params(target.id(), target.account(), stopped)
                .update();
        jdbc.sql("update claims set next_try_at = '-infinity' where connection_id = ?")
                .param(target.id())
                .update();
        wakes.afterCommit();
    }
}
