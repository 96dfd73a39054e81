package io.serai.channel.door;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.Channels;
import io.serai.channel.DoorHeaders;
import io.serai.channel.Meaning;
import io.serai.channel.SignIn;
import io.serai.channel.account.Access;
import io.serai.channel.account.AccountAccess;
import io.serai.channel.account.CallsLetIn;
import io.serai.channel.account.ChannelAccounts;
import io.serai.channel.limit.Turn;
import io.serai.channel.wire.Answer;
import io.serai.channel.wire.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the routes and the wire, below Camel. Outward it waits for the call's turn and
 * puts credentials in; inward it takes cards out, bounds the size, and cuts what takes too long.
 * What a route sees, traces and stores holds neither.
 */
final class Door implements ExecChainHandler {

    private final Channels channels;
    private final ChannelAccounts accounts;
    private final AccountAccess accountAccess;
    private final CallsLetIn calls;
    private final CallTurns turns;
    private final KeptAnswers kept;
    private final Wire wire;
    private final SecretsOut secrets;
    private final Incoming incoming;
    private final CallRecords records;
    private final CallMeters meters;

    Door(
            Channels channels,
            ChannelAccounts accounts,
            AccountAccess accountAccess,
            CallsLetIn calls,
            CallTurns turns,
            KeptAnswers kept,
            Wire wire,
            SecretsOut secrets,
            Incoming incoming,
            CallRecords records,
            CallMeters meters) {
        this.channels = channels;
        this.accounts = accounts;
        this.accountAccess = accountAccess;
        this.calls = calls;
        this.turns = turns;
        this.kept = kept;
        this.wire = wire;
        this.secrets = secrets;
        this.incoming = incoming;
        this.records = records;
        this.meters = meters;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Visit visit = Visit.of(request);
        Outgoing outgoing = new Outgoing(request);
        CallRecords.Begun begun = records.begin(visit, request, outgoing.size());
        try {
            ChannelDefinition channel = AroundTheCall.before(visit, () -> channel(visit));
            long drops = kept.drops(visit);
            try (Crossing crossing =
                    new Crossing(visit, channel, outgoing, scope, chain, wire, drops, meters)) {
                Reply known =
                        AroundTheCall.before(visit, () -> kept.find(visit, channel, outgoing));
                Reply reply = known == null ? reply(visit, channel, crossing) : known;
                begun.ended(reply);
                return reply.response();
            }
        } catch (IOException | HttpException | RuntimeException failed) {
            begun.failed(failed);
            throw failed;
        }
    }

    private ChannelDefinition channel(Visit visit) {
        return channels.byCode(accounts.provider(visit.account())).definition();
    }

    private Reply reply(Visit visit, ChannelDefinition channel, Crossing crossing)
            throws IOException, HttpException {
        Access access =
                AroundTheCall.before(
                        visit, () -> accountAccess.enter(visit.account(), channel, visit.call()));
        Reply refusal = refusal(visit, channel, access, crossing);
        if (refusal != null) {
            return refusal;
        }
        Access.Granted granted = (Access.Granted) access;
        Crossing.Arrived arrived = crossing.make(granted);
        if (channel.access().of(visit.call()).kind() != SignIn.Kind.TOKEN
                || isLetIn(visit, arrived)
                || calls.isKeptOut(visit.account(), visit.call())) {
            return safe(visit, channel, granted, crossing, arrived);
        }
        Access renewed =
                accountAccess.renew(
                        visit.account(), channel, Objects.requireNonNull(granted.token()));
        Reply second = refusal(visit, channel, renewed, crossing);
        return second != null ? second : again(visit, channel, (Access.Granted) renewed, crossing);
    }

    private Reply again(
            Visit visit, ChannelDefinition channel, Access.Granted granted, Crossing crossing)
            throws IOException, HttpException {
        Crossing.Arrived arrived = crossing.make(granted);
        if (!isLetIn(visit, arrived)) {
            if (calls.areOthers(visit.account(), visit.call())) {
                calls.keepOut(visit.account(), visit.call());
            } else {
                accountAccess.rejected(visit.account());
            }
        }
        return safe(visit, channel, granted, crossing, arrived);
    }

    private boolean isLetIn(Visit visit, Crossing.Arrived arrived) {
        if (arrived.answer().status() == HttpStatus.SC_UNAUTHORIZED) {
            return false;
        }
        calls.letIn(visit.account(), visit.call());
        return true;
    }

    /** The door's own answer when the call is not to be made now; null when it is. */
    private @Nullable Reply refusal(
            Visit visit, ChannelDefinition channel, Access access, Crossing crossing)
            throws IOException {
        if (access instanceof Access.Broken broken) {
            return Reply.notMade(Replies.broken(broken), Meaning.BROKEN);
        }
        if (access instanceof Access.NotNow wait) {
            return Reply.notMade(Replies.noAccess(wait.after(), wait.reason()), Meaning.LATER);
        }
        Turn turn = AroundTheCall.before(visit, () -> turns.ask(visit, channel));
        if (!turn.isNow()) {
            return Reply.notMade(
                    Replies.notNow(turn.after(), "the limit of " + turn.limit()), Meaning.LATER);
        }
        crossing.within(turn);
        return null;
    }

    private Reply safe(
            Visit visit,
            ChannelDefinition channel,
            Access.Granted access,
            Crossing crossing,
            Crossing.Arrived arrived) {
        AroundTheCall.after(visit, () -> turns.answered(visit, channel, arrived));
        AroundTheCall.after(
                visit,
                () ->
                        kept.answered(
                                visit, channel, crossing.outgoing(), arrived, crossing.drops()));
        Answer answer =
                secrets.take(
                        visit,
                        channel.secrets().getOrDefault(visit.call(), Map.of()),
                        arrived.answer());
        List<String> paths = channel.cards().getOrDefault(visit.call(), List.of());
        String reference = References.find(answer, channel.reference());
        ClassicHttpResponse response =
                Replies.of(arrived.headers(), answer, incoming.safe(visit, paths, answer, access));
        if (reference != null) {
            response.setHeader(DoorHeaders.REFERENCE, reference);
        }
        return new Reply(
                response,
                answer.status(),
                channel.answers().ofStatus(answer.status()).means().word(),
                reference,
                answer.body().length);
    }
}
