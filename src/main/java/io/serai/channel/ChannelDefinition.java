package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What shared code needs to know of a channel: its {@code channel.yaml}, read and checked.
 *
 * @param code the name that connections and accounts store as their provider
 * @param name the name that people read
 * @param settings what routes and the file itself may name as <code>
 *     {{serai.channels.FOLDER.NAME}}</code>, and what holds where it is not set
 * @param credentials the credentials that a connection cannot be without
 * @param horizon nights ahead that are kept loaded, at least 500
 * @param deadline the time after which a call is cut, however far it is
 * @param nights how it takes what is sold night by night
 * @param ownBookings what the channel does to its own count
 * @param requests how updates are put together, by the request's name
 * @param answers what statuses and codes mean
 * @param retries the waits before further tries
 * @param limits how often endpoints may be called, each and together, and how urgent their calls
 *     are
 * @param keep how long answers of endpoints are good for, by the endpoint's name
 * @param photos how it takes photos; null where it takes none
 * @param actions what a hotel may ask for
 * @param once the ports that must not do the same twice
 * @param webhook how calls to the channel's own webhook are proved; null when there are none
 * @param webhooks the same for its further webhooks, by their names
 * @param cards where an endpoint's answers hold cards: the number's path first
 * @param secrets where an endpoint's answers hold secrets of the account, by the credentials' names
 * @param access how calls show who calls
 * @param polls the queues that are asked
 * @param reservations the ways by which reservations come
 * @param content what it takes of a hotel's content
 * @param testMode what test mode means at this channel, for people to read
 * @param offeredFor the ports that only some accounts have, and the mark in an account's
 *     configuration that says so
 * @param reference what finds the channel's own name of a call in its answer: the first group of it
 *     that matched; null when answers name none
 */
public record ChannelDefinition(
        String code,
        String name,
        Map<String, String> settings,
        List<String> credentials,
        int horizon,
        Duration deadline,
        @JsonUnwrapped NightRules nights,
        OwnBookings ownBookings,
        Map<String, RequestRule> requests,
        Answers answers,
        Retries retries,
        Map<String, Limits> limits,
        Map<String, Keeping> keep,
        @Nullable PhotoRule photos,
        Map<String, Action> actions,
        Set<String> once,
        @Nullable WebhookRule webhook,
        Map<String, WebhookRule> webhooks,
        Map<String, List<String>> cards,
        Map<String, Map<String, String>> secrets,
        @JsonUnwrapped SignIns access,
        Map<String, Poll> polls,
        ReservationWays reservations,
        ContentRules content,
        String testMode,
        Map<String, String> offeredFor,
        @Nullable Pattern reference) {

    /** What connections bring where nothing else is said. */
    public static final List<String> USUAL_CREDENTIALS = List.of("api_key", "api_secret");

    private static final int LEAST_HORIZON = 500;
    private static final String USUAL_TEST =
            "What is sent is marked as a test: no guest can book it.";
    private static final Duration USUAL_DEADLINE = Duration.ofSeconds(20);

    public ChannelDefinition {
        name = Objects.requireNonNullElse(name, code);
        settings = inOrder(settings);
        credentials = List.copyOf(Objects.requireNonNullElse(credentials, USUAL_CREDENTIALS));
        horizon = Math.max(horizon, LEAST_HORIZON);
        deadline = Objects.requireNonNullElse(deadline, USUAL_DEADLINE);
        ownBookings = Objects.requireNonNullElse(ownBookings, OwnBookings.UNSAID);
        requests = inOrder(requests);
        limits = inOrder(limits);
        keep = inOrder(keep);
        actions = inOrder(actions);
        once = Set.copyOf(Objects.requireNonNullElse(once, Set.of()));
        webhooks = inOrder(webhooks);
        cards = inOrder(cards);
        secrets = inOrder(secrets);
        polls = inOrder(polls);
        offeredFor = inOrder(offeredFor);
        reservations = Objects.requireNonNullElse(reservations, ReservationWays.ONE);
        content = Objects.requireNonNullElse(content, ContentRules.NONE);
        testMode = Objects.requireNonNullElse(testMode, USUAL_TEST);
    }

    /** The mark that an account needs for a port; empty where all accounts have it. */
    public Optional<String> markFor(String port) {
        return Optional.ofNullable(offeredFor.get(port));
    }

    /**
     * The same for a hotel whose connection is configured so.
     *
     * @param configuration gives what a connection's configuration says under a key
     */
    public ChannelDefinition configured(UnaryOperator<@Nullable String> configuration) {
        if (nights.options().isEmpty()) {
            return this;
        }
        return new ChannelDefinition(
                code,
                name,
                settings,
                credentials,
                horizon,
                deadline,
                nights.configured(configuration),
                ownBookings,
                requests,
                answers,
                retries,
                limits,
                keep,
                photos,
                actions,
                once,
                webhook,
                webhooks,
                cards,
                secrets,
                access,
                polls,
                reservations,
                content,
                testMode,
                offeredFor,
                reference);
    }

    /** The rule of a request that some field names. */
    public RequestRule request(String request) {
        RequestRule rule = requests.get(request);
        if (rule == null) {
            throw new IllegalArgumentException(
                    "request: '" + request + "' (expected: one of " + requests.keySet() + ")");
        }
        return rule;
    }

    /** The limits that hold for an endpoint, by their names; none where the file says nothing. */
    public Map<String, Limits> limits(String call) {
        return Limits.of(limits, call);
    }

    /** How urgent an endpoint's calls are where their route says nothing. */
    public Urgency urgency(String call) {
        return Limits.urgency(limits, call);
    }

    /** What the file says about an action; empty when it says nothing, which is not offered. */
    public Optional<Action> action(String action) {
        return Optional.ofNullable(actions.get(action));
    }

    /** How calls to a webhook are proved; the empty name is the channel's own. */
    public Optional<WebhookRule> hook(String name) {
        return Optional.ofNullable(name.isEmpty() ? webhook : webhooks.get(name));
    }

    static <V> Map<String, V> inOrder(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
