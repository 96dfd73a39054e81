package io.serai.channel.door;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.NotSent;
import io.serai.channel.account.Access;
import io.serai.channel.limit.Turn;
import io.serai.channel.wire.Answer;
import io.serai.channel.wire.Deadlines;
import io.serai.channel.wire.Wire;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** One call's way over the wire, within its deadline, as often as it has to be made. */
final class Crossing implements AutoCloseable {

    private final Visit visit;
    private final ChannelDefinition channel;
    private final Outgoing outgoing;
    private final ExecChain.Scope scope;
    private final ExecChain chain;
    private final DataSize most;
    private final Deadlines.Watch watch;
    private final long drops;
    private final CallMeters meters;
    private @Nullable Turn turn;

    /**
     * @param drops what {@link KeptAnswers#drops} says before the call
     */
    Crossing(
            Visit visit,
            ChannelDefinition channel,
            Outgoing outgoing,
            ExecChain.Scope scope,
            ExecChain chain,
            Wire wire,
            long drops,
            CallMeters meters) {
        this.visit = visit;
        this.drops = drops;
        this.meters = meters;
        this.channel = channel;
        this.outgoing = outgoing;
        this.scope = scope;
        this.chain = chain;
        this.most = wire.maxResponse();
        this.watch = wire.deadlines().watch(cancellable(scope), channel.deadline());
    }

    Outgoing outgoing() {
        return outgoing;
    }

    /** How often something of the connection was dropped before the call. */
    long drops() {
        return drops;
    }

    /** Has the next call be made in this turn, which ends with it. */
    void within(Turn next) {
        turn = next;
    }

    /** An answer and the headers it came with. */
    record Arrived(Answer answer, Header[] headers) {}

    /**
     * Makes the call.
     *
     * @throws NotSent when nothing of it can have left
     * @throws IOException when it is not known what became of it
     */
    Arrived make(Access.Granted access) throws IOException, HttpException {
        if (watch.cut()) {
            throw new NotSent(
                    visit.call() + ": not begun (expected: within " + channel.deadline() + ")",
                    null);
        }
        CallMeters.Call call = meters.begin(channel.code(), visit.call());
        try {
            ClassicHttpResponse response =
                    chain.proceed(
                            outgoing.filled(channel.access().of(visit.call()), access), scope);
            Header[] headers = response.getHeaders();
            Answer answer = Answer.read(response, most);
            call.answered(answer.status());
            return new Arrived(answer, headers);
        } catch (IOException failed) {
            throw Wire.failure(visit.call(), failed, watch.cut() ? channel.deadline() : null);
        } finally {
            call.ended();
            endTurn();
        }
    }

    @Override
    public void close() {
        watch.close();
        endTurn();
    }

    private void endTurn() {
        if (turn != null) {
            turn.close();
        }
    }

    private static Cancellable cancellable(ExecChain.Scope scope) {
        return scope.originalRequest instanceof Cancellable request
                ? request
                : () -> {
                    scope.execRuntime.discardEndpoint();
                    return true;
                };
    }
}
