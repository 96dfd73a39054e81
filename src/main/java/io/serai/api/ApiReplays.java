package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.access.Right;
import io.serai.delivery.inbox.Inbox;
import io.serai.delivery.inbox.InboxWish;
import io.serai.delivery.inbox.ReplayWish;
import io.serai.delivery.inbox.Replays;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends parked messages again: one, some, or all that a filter names, in the background. */
@Component("apiReplays")
public class ApiReplays {

    private static final String KEY = "[0-9]{1,18}";
    private static final int MOST_IDS = 1000;

    private final Inbox inbox;
    private final Replays replays;
    private final InboxQuestion question;

    ApiReplays(Inbox inbox, Replays replays, InboxQuestion question) {
        this.inbox = inbox;
        this.replays = replays;
        this.question = question;
    }

    /** One message; the exchange's property {@code location} says where its replay is seen. */
    public Sending one(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("evenIfDone") @Nullable String looked) {
        return begin(
                exchange,
                caller,
                wish(caller, List.of(id)).evenIfDone(Boolean.parseBoolean(looked)));
    }

    /**
     * Those that the body names by {@code ids}, or by a filter; with {@code dry} nothing is sent,
     * and the answer says what would be.
     *
     * @throws Problem 400 when it names neither: all of everything is nobody's wish; or a state,
     *     for only what waits is sent again
     */
    public Object some(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Body ObjectNode request) {
        InboxWish wish =
                request.has("ids")
                        ? wish(caller, ids(request.path("ids")))
                        : question.wish(
                                caller,
                                name ->
                                        request.hasNonNull(name)
                                                ? request.path(name).asText()
                                                : null);
        if (wish.state() != null && !wish.state().equals(InboxWish.PARKED)) {
            throw Problem.bad("state: '" + wish.state() + "' (expected: parked, or none)");
        }
        if (wish.in(InboxWish.PARKED).equals(InboxWish.all(caller.hotels()).in(InboxWish.PARKED))) {
            throw Problem.bad(
                    "body: "
                            + request
                            + " (expected: ids, or a kind, channel, hotel, family, reason or since)");
        }
        InboxWish whole = wish.evenIfDone(request.path("evenIfDone").asBoolean());
        return request.path("dry").asBoolean()
                ? new Dry(inbox.replayable(whole).stream().map(String::valueOf).toList())
                : begin(exchange, caller, whole);
    }

    /** What would be sent again, in that order. */
    public record Dry(List<String> messages) {}

    /** What has become of a replay, to whoever asked for it or may see all its messages. */
    public Sending replay(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return (id.matches(KEY) ? replays.find(Long.parseLong(id)) : Optional.<ReplayWish>empty())
                .filter(wish -> maySee(caller, wish))
                .map(Sending::of)
                .orElseThrow(() -> Problem.unknown("replay", id));
    }

    private boolean maySee(Caller caller, ReplayWish wish) {
        return wish.askedBy().equals(caller.actor())
                || caller.mayEverywhere(Right.ENGINEER)
                || wish.messages() > 0
                        && inbox.count(InboxWish.all(caller.hotels()), wish.id())
                                == wish.messages();
    }

    private Sending begin(Exchange exchange, Caller caller, InboxWish wish) {
        if (inbox.replayable(wish).isEmpty()) {
            if (!inbox.replayable(wish.evenIfDone(true)).isEmpty()) {
                throw new Problem(
                        409,
                        "Perhaps done already",
                        "evenIfDone: false (expected: true, once you have looked at the channel that it was not done)");
            }
            throw new Problem(
                    409,
                    "Nothing to send again",
                    "messages: none (expected: one that you may see, that is parked and has a body)");
        }
        ReplayWish begun = replays.wish(wish, caller.actor());
        exchange.setProperty("location", "/api/inbox/replays/" + begun.id());
        return Sending.of(begun);
    }

    private static InboxWish wish(Caller caller, List<String> ids) {
        for (String id : ids) {
            if (!id.matches(KEY)) {
                throw Problem.unknown("message", id);
            }
        }
        return InboxWish.all(caller.hotels()).only(ids.stream().map(Long::valueOf).toList());
    }

    private static List<String> ids(JsonNode given) {
        List<String> ids = new ArrayList<>();
        given.forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty() || ids.size() > MOST_IDS) {
            throw Problem.bad("ids: " + ids.size() + " (expected: 1 to " + MOST_IDS + ")");
        }
        return ids;
    }

    /** A replay as a caller sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sending(
            String id,
            Instant askedAt,
            @Nullable String askedBy,
            int messages,
            int waiting,
            int taken,
            int overtaken,
            int parked,
            int discarded) {

        static Sending of(ReplayWish wish) {
            return new Sending(
                    Long.toString(wish.id()),
                    wish.askedAt(),
                    wish.askedBy(),
                    wish.messages(),
                    wish.waiting(),
                    wish.taken(),
                    wish.overtaken(),
                    wish.parked(),
                    wish.discarded());
        }
    }
}
