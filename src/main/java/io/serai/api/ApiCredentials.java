package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.account.CredentialBook;
import io.serai.channel.account.CredentialState;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.CredentialChange;
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
import org.springframework.stereotype.Component;

/** The credentials of a connection's account: changed once the channel took them, never shown. */
@Component("apiCredentials")
public class ApiCredentials {

    private final Targets targets;
    private final Channels channels;
    private final CredentialBook book;
    private final CredentialChange changes;
    private final Clock clock;

    ApiCredentials(
            Targets targets,
            Channels channels,
            CredentialBook book,
            CredentialChange changes,
            Clock clock) {
        this.targets = targets;
        this.channels = channels;
        this.book = book;
        this.changes = changes;
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
        try {
            changes.change(
                    target.id(), account, form.credentials(), form.expiresAt(), caller.actor());
        } catch (ConnectionRefused refused) {
            throw new Problem(422, "Not taken", refused.words());
        } catch (DuplicateKeyException taken) {
            throw new Problem(
                    409, "Taken", "credentials: those of another account (expected: its own)");
        }
        return view(account);
    }

    private long account(Caller caller, Target target) {
        if (target.account() == 0) {
            throw new Problem(
                    409, "Not taken in yet", "state: '" + target.state() + "' (expected: open)");
        }
        boolean theirs =
                changes.served(target.account()).stream()
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
        CredentialState state = book.state(account);
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
