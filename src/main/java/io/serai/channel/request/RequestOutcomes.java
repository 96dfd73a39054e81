package io.serai.channel.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.PushAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What follows from an answer: a request ends, is asked after, or is sent again. */
@Component
class RequestOutcomes {

    private static final Logger log = LoggerFactory.getLogger(RequestOutcomes.class);
    private static final String LOOK =
            "It is not known whether the channel did it: look there before you ask again";
    private static final int MOST_DOUBLINGS = 4;
    private static final double JITTER = 0.2;

    private final RequestBook book;
    private final AskedHotels hotels;
    private final Channels channels;
    private final RequestEnds ends;
    private final RequestSettings settings;
    private final Clock clock;

    RequestOutcomes(
            RequestBook book,
            AskedHotels hotels,
            Channels channels,
            RequestEnds ends,
            RequestSettings settings,
            Clock clock) {
        this.book = book;
        this.hotels = hotels;
        this.channels = channels;
        this.ends = ends;
        this.settings = settings;
        this.clock = clock;
    }

    /** Records what an answer says. */
    void settle(ChannelRequest request, JsonNode answer) {
        String words = words(answer);
        switch (answer.path("outcome").asText("unknown")) {
            case "applied", "partly" -> done(request, answer, words);
            case "pending" -> pending(request, answer, words);
            case "refused" -> book.settle(request, "refused", answer.toString(), words);
            case "broken" -> notDone(request, "refused", answer.toString(), words);
            case "later" -> {
                book.notTaken(request);
                if (isPutOff(answer)) {
                    book.putOff(request, Duration.ofSeconds(answer.path("retryAfter").asInt(1)));
                    return;
                }
                Duration asked = Duration.ofSeconds(answer.path("retryAfter").asInt());
                retry(request, answer.toString(), words, asked);
            }
            default -> unknown(request, answer, words);
        }
    }

    /** Whether the step had no turn under a limit, or is held back: nothing was tried. */
    private static boolean isPutOff(JsonNode answer) {
        return PushAnswer.PUT_OFF.contains(answer.path("items").path(0).path("code").asText());
    }

    private void unknown(ChannelRequest request, JsonNode answer, String words) {
        if (isOnce(request) && book.isBegun(request)) {
            notKnown(request, answer.toString());
        } else {
            retry(request, answer.toString(), words);
        }
    }

    /** Whether the channel says that this step must not be done twice. */
    boolean isOnce(ChannelRequest request) {
        return channels.findByCode(request.provider())
                .map(Channel::definition)
                .filter(channel -> channel.once().contains(request.step()))
                .isPresent();
    }

    /** Ends what left, must not leave twice, and has no answer. */
    void notKnown(ChannelRequest request, String answer) {
        if (notDone(request, "not-known", answer, LOOK)) {
            log.warn(
                    "Request {} ({}) of connection {}: {}",
                    request.id(),
                    request.step(),
                    request.connection(),
                    LOOK);
        }
    }

    private boolean notDone(ChannelRequest request, String state, String answer, String words) {
        boolean ended = book.settle(request, state, answer, words);
        if (ended) {
            ends.notDone(request, state, words);
        }
        return ended;
    }

    private void done(ChannelRequest request, JsonNode answer, String words) {
        if (!book.settle(request, "done", answer.toString(), words.isEmpty() ? null : words)) {
            return;
        }
        ends.done(request);
        if (answer.hasNonNull("hotel")) {
            hotels.place(request.connection(), answer.path("hotel").asText());
        }
        if (answer.path("products").asBoolean()) {
            hotels.reread(request.connection());
        }
    }

    /** Asked after ever more seldom, up to {@value #MOST_DOUBLINGS} doublings of the first wait. */
    private void pending(ChannelRequest request, JsonNode answer, String words) {
        if (request.askedAt().plus(settings.pendingFor()).isBefore(clock.instant())) {
            notDone(request, "given-up", answer.toString(), words);
            return;
        }
        String step = answer.path("ask").asText(request.step());
        int doublings = step.equals(request.step()) ? Math.min(request.tries(), MOST_DOUBLINGS) : 0;
        Duration wait = Duration.ofMillis((long) (answer.path("after").asDouble() * 1000));
        book.later(
                request,
                step,
                "pending",
                answer.toString(),
                words.isEmpty() ? null : words,
                wait.multipliedBy(1L << doublings));
    }

    /** Sends the step again after a wait, or gives it up after the last. */
    void retry(ChannelRequest request, String answer, String words) {
        retry(request, answer, words, Duration.ZERO);
    }

    private void retry(ChannelRequest request, String answer, String words, Duration least) {
        if (request.tries() >= settings.retries().size()) {
            notDone(request, "given-up", answer, words);
            return;
        }
        String state = request.step().equals(request.port()) ? "waiting" : "pending";
        book.later(
                request,
                request.step(),
                state,
                answer,
                words,
                spread(settings.retries().get(request.tries()), least));
    }

    /** Never sooner than asked for, and not all at the same moment. */
    private static Duration spread(Duration wait, Duration least) {
        Duration longer = wait.compareTo(least) < 0 ? least : wait;
        double more = 1 + JITTER * ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis((long) (longer.toMillis() * more));
    }

    /** The channel's words, each with its code or field before it. */
    private static String words(JsonNode answer) {
        StringBuilder words = new StringBuilder();
        for (JsonNode item : answer.path("items")) {
            words.append(words.isEmpty() ? "" : "; ")
                    .append(item.path("code").asText(""))
                    .append(item.hasNonNull("code") && item.hasNonNull("words") ? ": " : "")
                    .append(item.path("words").asText(""));
        }
        return words.toString();
    }
}
