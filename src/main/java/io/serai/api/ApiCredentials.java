package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.account.CredentialBook;
import io.serai.channel.account.CredentialMissing;
import io.serai.channel.account.TrialAccounts;
import io.serai.channel.connection.CredentialTrial;
import io.serai.console.access.Right;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The credentials of a connection's account: changed once the channel took them, never shown. */
@Component("apiCredentials")
public class ApiCredentials {

    private final Targets targets;
    private final Channels channels;
    private final CredentialBook book;
    private final TrialAccounts trials;
    private final CredentialTrial trial;
    private final JdbcClient engine;
    private final Clock clock;

    ApiCredentials(
            Targets targets,
            Channels channels,
            CredentialBook book,
            TrialAccounts trials,
            CredentialTrial trial,
            JdbcClient engine,
            Clock clock) {
        this.targets = targets;
        this.channels = channels;
        this.book = book;
        this.trials = trials;
        this.trial = trial;
        this.engine = engine;
        this.clock = clock;
    }

    /** What they are called, how old they are, and whether the channel takes them. */
    public View show(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return view(account(caller, targets.connection(caller, id)));
    }

    /**
     * Tries others, and has the account call with them from then on if the channel let it in.
     *
     * @throws Problem 403 when the account serves a hotel that the caller does not administer, or
     *     they are to be read from elsewhere and the caller does not administer all hotels; 422
     *     when the channel does not take them, with its words; nothing is changed then
     */
    public View change(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable ObjectNode body) {
        Target target = targets.connection(caller, id);
        long account = account(caller, target);
        Channel channel =
                channels.findByCode(target.provider())
                        .orElseThrow(() -> Problem.unknown("channel", target.provider()));
        CredentialForm form = CredentialForm.read(body, channel.definition().credentials());
        if (form.isElsewhere() && !caller.mayEverywhere(Right.ADMIN)) {
            throw Problem.forbidden(Right.ADMIN);
        }
        demandThatTheyWork(target, account, form);
        try {
            book.change(account, form.credentials(), form.expiresAt(), caller.actor());
        } catch (DuplicateKeyException taken) {
            throw new Problem(
                    409, "Taken", "credentials: those of another account (expected: its own)");
        }
        return view(account);
    }

    private void demandThatTheyWork(Target target, long account, CredentialForm form) {
        CredentialTrial.Answer answer;
        try {
            long tried = trials.make(account, form.credentials());
            try {
                answer = trial.of(target.id(), tried);
            } finally {
                trials.drop(tried);
            }
        } catch (CredentialMissing missing) {
            throw new Problem(422, "Cannot be meant", String.valueOf(missing.getMessage()));
        }
        if (!answer.works()) {
            throw new Problem(
                    422,
                    "Not taken",
                    "credentials: "
                            + (answer.words() == null ? "refused" : answer.words())
                            + " (expected: such that the channel lets this hotel in)");
        }
    }

    private long account(Caller caller, Target target) {
        if (target.account() == 0) {
            throw new Problem(
                    409, "Not taken in yet", "state: '" + target.state() + "' (expected: open)");
        }
        boolean theirs =
                engine
                        .sql(
                                """
                                select distinct hotel_id::bigint from third_party_integrations
                                 where account_id = ? and hotel_id is not null and state <> 'disconnected'
                                """)
                        .param(target.account())
                        .query(Long.class)
                        .list()
                        .stream()
                        .allMatch(hotel -> caller.may(Right.ADMIN, hotel));
        if (!theirs) {
            throw new Problem(
                    403,
                    "Not yours to do",
                    "account: it serves other hotels, too (expected: one all of whose hotels you"
                            + " administer)");
        }
        return target.account();
    }

    private View view(long account) {
        CredentialBook.State state = book.state(account);
        return new View(
                Long.toString(account),
                state.names(),
                state.elsewhere(),
                state.changedAt(),
                Duration.between(state.changedAt(), clock.instant()).toDays(),
                state.expiresAt(),
                state.beforeUntil(),
                state.state(),
                state.reason());
    }

    /** Credentials as a caller sees them: without their values. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String account,
            List<String> names,
            List<String> elsewhere,
            Instant changedAt,
            long ageDays,
            @Nullable Instant expiresAt,
            @Nullable Instant beforeUntil,
            String state,
            @Nullable String reason) {}
}
