package io.serai.delivery.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.delivery.Family;
import io.serai.delivery.ParkingSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/**
 * Sends parked messages again: those whose time has come, and those that somebody wants, one after
 * the other in the order in which they came first.
 */
@Component("replays")
public class Replays {

    /** The exchange property that holds the message under replay. */
    public static final String REPLAY = "replay";

    private final ReplayBook book;
    private final Inbox inbox;
    private final ParkingSettings settings;
    private final ObjectMapper json;
    private final String owner = "serai-" + UUID.randomUUID();
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    Replays(ReplayBook book, Inbox inbox, ParkingSettings settings, ObjectMapper json) {
        this.book = book;
        this.inbox = inbox;
        this.settings = settings;
        this.json = json;
    }

    /**
     * Has all that a wish means replayed, by and by.
     *
     * @return what was written down; its messages are none where nothing is meant that waits
     */
    public ReplayWish wish(InboxWish wish, String actor) {
        List<Long> messages = inbox.replayable(wish);
        try {
            return find(book.add(messages, actor, json.writeValueAsString(wish))).orElseThrow();
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** What has become of a wish. */
    public Optional<ReplayWish> find(long id) {
        return book.find(id);
    }

    /** Claims what is due. */
    public List<Replay> due() {
        return book.take(owner, settings.lease(), settings.atOnce());
    }

    /** Keeps what is claimed while one of it is under way, however long that takes. */
    public void renew() {
        if (!running.isEmpty()) {
            book.renew(owner, settings.lease());
        }
    }

    /** Forgets old wishes, their messages not; how many. */
    public int purge() {
        return book.purge(settings.remember());
    }

    /** Whether a message is still ours, and nothing earlier of its booking waits. */
    public boolean begin(@Body Replay replay) {
        boolean ours = book.begin(replay, owner, settings.lease());
        if (ours) {
            running.add(replay.id());
        } else {
            book.giveBack(replay, owner);
        }
        return ours;
    }

    /** It was sent again, and is done, or parked or left once more. */
    public void finished(@ExchangeProperty(REPLAY) Replay replay, @Body boolean done) {
        running.remove(replay.id());
        if (done) {
            book.giveBack(replay, owner);
        } else {
            book.notTaken(replay, owner, Family.MAY_PASS.word(), null, settings.seconds());
        }
    }

    /** Its route failed without parking it. */
    public void failed(
            @ExchangeProperty(REPLAY) Replay replay,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        running.remove(replay.id());
        book.notTaken(
                replay,
                owner,
                Family.of(failure).word(),
                failure.getClass().getSimpleName(),
                settings.seconds());
    }
}
