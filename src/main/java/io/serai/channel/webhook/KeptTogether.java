package io.serai.channel.webhook;

import io.serai.channel.webhook.WaitingCall.GaveUp;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * Writes what waits at the same moment at once. Whoever finds nobody writing writes, on its own
 * thread, and hands on to the first of those that came meanwhile, who writes for all of them: there
 * is no thread that could die, and nobody waits for company.
 */
final class KeptTogether {

    private static final int MOST_AT_ONCE = 64;

    private final Writing writing;
    private final int most;
    private final Duration patience;
    private final Deque<WaitingCall> waiting = new ArrayDeque<>();
    private int inside;
    private boolean busy;

    /**
     * One that is empty.
     *
     * @param most how many may be inside, those under write among them
     * @param patience how long one waits at most
     */
    KeptTogether(Writing writing, int most, Duration patience) {
        this.writing = writing;
        this.most = most;
        this.patience = patience;
    }

    /** Writes calls and commits them. */
    @FunctionalInterface
    interface Writing {

        /** For each call in turn whether it was kept for the first time. */
        List<Boolean> write(List<CallRow> calls);
    }

    /**
     * Keeps a call; committed when this returns.
     *
     * @return false when the message was kept before
     * @throws TooManyWait when it was not tried
     * @throws DataAccessException when it is not known to be kept
     */
    boolean keep(CallRow call) {
        WaitingCall mine = enter(call);
        try {
            if (mine.isToWrite(patience)) {
                writeAll();
            }
            return mine.isFresh();
        } catch (GaveUp late) {
            forget(mine);
            throw late;
        } finally {
            leave();
        }
    }

    private synchronized WaitingCall enter(CallRow call) {
        if (inside >= most) {
            throw new TooManyWait(most);
        }
        WaitingCall mine = new WaitingCall(call);
        waiting.add(mine);
        inside++;
        if (!busy) {
            busy = true;
            mine.haveItWrite();
        }
        return mine;
    }

    private synchronized void leave() {
        inside--;
    }

    private synchronized void forget(WaitingCall late) {
        waiting.remove(late);
    }

    private void writeAll() {
        List<WaitingCall> together = new ArrayList<>();
        try {
            draw(together);
            write(together);
        } catch (RuntimeException | Error broken) {
            together.forEach(each -> each.fail(broken));
        } finally {
            handOn();
        }
    }

    private synchronized void draw(List<WaitingCall> together) {
        while (together.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
            together.add(waiting.remove());
        }
    }

    /** To the first who still waits. */
    private synchronized void handOn() {
        while (!waiting.isEmpty() && !waiting.element().haveItWrite()) {
            waiting.remove();
        }
        busy = !waiting.isEmpty();
    }

    /** One that fails must not fail the others, unless it is the database that is away. */
    private void write(List<WaitingCall> together) {
        DataAccessException failure = tried(together);
        if (failure == null) {
            return;
        }
        if (together.size() == 1 || isAway(failure)) {
            together.forEach(each -> each.fail(failure));
            return;
        }
        DataAccessException away = null;
        for (WaitingCall each : together) {
            DataAccessException alone = away == null ? tried(List.of(each)) : away;
            if (alone != null) {
                each.fail(alone);
                away = isAway(alone) ? alone : null;
            }
        }
    }

    private @Nullable DataAccessException tried(List<WaitingCall> together) {
        try {
            List<Boolean> fresh = writing.write(together.stream().map(WaitingCall::call).toList());
            for (int n = 0; n < fresh.size(); n++) {
                together.get(n).keep(fresh.get(n));
            }
            return null;
        } catch (DataAccessException failure) {
            return failure;
        }
    }

    private static boolean isAway(DataAccessException failure) {
        return failure instanceof NonTransientDataAccessResourceException;
    }
}
