package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Channels;
import io.serai.console.access.Right;
import io.serai.delivery.Parking;
import io.serai.delivery.inbox.Inbox;
import io.serai.delivery.inbox.InboxMessage;
import io.serai.delivery.inbox.InboxWish;
import io.serai.delivery.inbox.OpenedBodies;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a caller sees of parked messages, and how they are set aside. */
@Component("apiInbox")
public class ApiInbox {

    private static final String KEY = "[0-9]{1,18}";
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final Inbox inbox;
    private final InboxQuestion question;
    private final OpenedBodies bodies;
    private final Parking parking;
    private final Channels channels;

    ApiInbox(
            Inbox inbox,
            InboxQuestion question,
            OpenedBodies bodies,
            Parking parking,
            Channels channels) {
        this.inbox = inbox;
        this.question = question;
        this.bodies = bodies;
        this.parking = parking;
        this.channels = channels;
    }

    /** A page of those that a request's parameters name, the newest first; missing: what waits. */
    public Page list(@ExchangeProperty("caller") Caller caller, Message request) {
        InboxWish wish = question.wish(caller, name -> request.getHeader(name, String.class));
        String before = request.getHeader("before", String.class);
        String limit = request.getHeader("limit", String.class);
        long from = before == null ? Long.MAX_VALUE : number("before", before, Long.MAX_VALUE);
        int most = limit == null ? PAGE : (int) number("limit", limit, LARGEST_PAGE);
        List<InboxMessage> found =
                inbox.list(wish.state() == null ? wish.in(InboxWish.PARKED) : wish, from, most + 1);
        List<InboxMessage> shown = found.subList(0, Math.min(most, found.size()));
        return new Page(
                shown.stream().map(it -> InboxView.of(it, channels, null)).toList(),
                found.size() > most ? Long.toString(shown.get(most - 1).id()) : null);
    }

    /**
     * A part of the inbox.
     *
     * @param next the id before which the next page begins; null: there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<InboxView> messages, @Nullable String next) {}

    /** One message; engineers and admins see its body, masked. */
    public InboxView one(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        InboxMessage message = find(caller, id);
        return InboxView.of(
                message,
                channels,
                mayOpen(caller, message)
                        ? bodies.open(message, caller.actor()).orElse(null)
                        : null);
    }

    private static boolean mayOpen(Caller caller, InboxMessage message) {
        Integer hotel = message.hotel();
        return hotel == null
                ? caller.mayEverywhere(Right.ENGINEER)
                : caller.may(Right.ENGINEER, hotel);
    }

    /** Sets a message aside for good, with the reason that the request gives. */
    public InboxView discard(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body ObjectNode request) {
        InboxMessage message = find(caller, id);
        JsonNode reason = request.path("reason");
        if (!reason.isTextual() || reason.asText().isBlank() || reason.asText().length() > 500) {
            throw Problem.bad("reason: " + reason + " (expected: a text of at most 500)");
        }
        if (!parking.discard(message.id(), caller.actor(), reason.asText())) {
            throw new Problem(
                    409,
                    "Not parked",
                    "state: '"
                            + message.state()
                            + "' (expected: parked, and not being sent again now)");
        }
        return InboxView.of(find(caller, id), channels, null);
    }

    private InboxMessage find(Caller caller, String id) {
        if (!id.matches(KEY)) {
            throw Problem.unknown("message", id);
        }
        return inbox.find(InboxWish.all(caller.hotels()), Long.parseLong(id))
                .orElseThrow(() -> Problem.unknown("message", id));
    }

    private static long number(String what, String text, long most) {
        if (!text.matches(KEY) || Long.parseLong(text) < 1 || Long.parseLong(text) > most) {
            throw Problem.bad(
                    what + ": '" + text + "' (expected: a whole number from 1 to " + most + ")");
        }
        return Long.parseLong(text);
    }
}
