package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.webhook.KeptCall;
import io.serai.channel.webhook.WebhookInbox;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The webhook calls that are kept and from which nothing followed, and working them off. */
@Component("apiKeptWebhooks")
public class ApiKeptWebhooks {

    private static final String KEY = "[0-9]{1,18}";
    private static final int PAGE = 50;

    private final WebhookInbox calls;
    private final Channels channels;

    ApiKeptWebhooks(WebhookInbox calls, Channels channels) {
        this.calls = calls;
        this.channels = channels;
    }

    /** A page of malformed, unknown and unused calls, the newest first. */
    public Page list(
            @ExchangeProperty("caller") Caller caller, @Header("before") @Nullable String before) {
        if (before != null && !before.matches(KEY)) {
            throw Problem.bad("before: '" + before + "' (expected: the id of a call)");
        }
        long from = before == null ? Long.MAX_VALUE : Long.parseLong(before);
        List<KeptCall> found = calls.idle(hotels(caller), from, PAGE + 1);
        List<KeptCall> shown = found.subList(0, Math.min(PAGE, found.size()));
        return new Page(
                shown.stream().map(this::view).toList(),
                found.size() > PAGE ? Long.toString(shown.get(PAGE - 1).id()) : null);
    }

    /** The number of a call that the caller may see, for the route that works it off. */
    public String number(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        if (!id.matches(KEY) || calls.find(hotels(caller), Long.parseLong(id)).isEmpty()) {
            throw Problem.unknown("call", id);
        }
        return id;
    }

    /** It was not worked off now. */
    public void busy(@Header("Serai-Kept") String id) {
        throw new Problem(
                409,
                "Not now",
                "call: "
                        + id
                        + " (expected: one that is kept and not under work, of a channel with a folder)");
    }

    /** What became of it. */
    public Outcome outcome(@Body boolean taken) {
        return new Outcome(taken ? "taken" : "parked");
    }

    /** A page of kept calls. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<View> webhooks, @Nullable String next) {}

    /** Whether the channel's route took it. */
    public record Outcome(String outcome) {}

    /** A kept call as a caller sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            Instant receivedAt,
            String channel,
            String hook,
            @Nullable String hotel,
            @Nullable String kind,
            String state,
            @Nullable String reason,
            int tries) {}

    private View view(KeptCall call) {
        return new View(
                Long.toString(call.id()),
                call.receivedAt(),
                channels.findByCode(call.provider()).map(Channel::folder).orElse(call.provider()),
                call.hook(),
                call.hotel() == null ? null : call.hotel().toString(),
                call.kind(),
                call.state(),
                call.reason(),
                call.tries());
    }

    private static List<Integer> hotels(Caller caller) {
        return caller.hotels().stream().map(Long::intValue).toList();
    }
}
