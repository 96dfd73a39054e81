package io.serai.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * @param fields how each field of a night is taken
 * @param furthest the most nights from today on that it takes; null for no bound of its own
 * @param options what is set for each hotel there, and changes how fields are taken
 * @param pricing the fields that a pricing model takes otherwise, by the model's name
 * @param priceBounds the prices that it takes of any hotel
 * @param together groups of fields that are sent together while what is held of one is not certain
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
 * @param signIn how a call shows who calls
 * @param signIns how those calls do that each of them names, by its name
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
        Map<String, FieldRule> fields,
        @Nullable Integer furthest,
        Map<String, FieldOption> options,
        Map<String, Map<String, FieldRule>> pricing,
        PriceRange priceBounds,
        List<Set<String>> together,
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
        SignIn signIn,
        Map<String, SignIn> signIns,
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
        fields = inOrder(fields);
        options = inOrder(options);
        pricing = inOrder(pricing);
        priceBounds = Objects.requireNonNullElse(priceBounds, PriceRange.UNSAID);
        together = List.copyOf(Objects.requireNonNullElse(together, List.of()));
        ownBookings = Objects.requireNonNullElse(ownBookings, OwnBookings.UNSAID);
        requests = inOrder(requests);
        limits = inOrder(limits);
        keep = inOrder(keep);
        actions = inOrder(actions);
        once = Set.copyOf(Objects.requireNonNullElse(once, Set.of()));
        webhooks = inOrder(webhooks);
        cards = inOrder(cards);
        secrets = inOrder(secrets);
        signIn = Objects.requireNonNullElse(signIn, SignIn.NONE);
        signIns = inOrder(signIns);
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

    /** How each field is taken from a connection with this pricing model. */
    public Map<String, FieldRule> fields(String model) {
        Map<String, FieldRule> all = new LinkedHashMap<>(fields);
        all.putAll(pricing.getOrDefault(model, Map.of()));
        return Collections.unmodifiableMap(all);
    }

    /**
     * The same for a hotel whose connection is configured so.
     *
     * @param configuration gives what a connection's configuration says under a key
     */
    public ChannelDefinition configured(UnaryOperator<@Nullable String> configuration) {
        if (options.isEmpty()) {
            return this;
        }
        Map<String, FieldRule> chosen = new LinkedHashMap<>(fields);
        options.forEach(
                (name, option) ->
                        chosen.putAll(option.fields(configuration.apply(name.replace('-', '_')))));
        return new ChannelDefinition(
                code,
                name,
                settings,
                credentials,
                horizon,
                deadline,
                chosen,
                furthest,
                options,
                pricing,
                priceBounds,
                together,
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
                signIn,
                signIns,
                polls,
                reservations,
                content,
                testMode,
                offeredFor,
                reference);
    }

    /** The fields that must be sent when this one is, without itself. */
    public Set<String> companions(String field) {
        List<String> companions = new ArrayList<>();
        together.stream().filter(group -> group.contains(field)).forEach(companions::addAll);
        companions.removeIf(field::equals);
        return Set.copyOf(companions);
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

    /** How a call shows who calls. */
    public SignIn signIn(String call) {
        return signIns.values().stream()
                .filter(signIn -> signIn.calls().contains(call))
                .findFirst()
                .orElse(signIn);
    }

    /**
     * How calls do that exchange credentials for a token; empty where none does. A channel has one
     * such way at most, since an account keeps one token.
     */
    public Optional<SignIn> tokenSignIn() {
        return Stream.concat(Stream.of(signIn), signIns.values().stream())
                .filter(it -> it.kind() == SignIn.Kind.TOKEN)
                .findFirst();
    }

    /** What the file says about an action; empty when it says nothing, which is not offered. */
    public Optional<Action> action(String action) {
        return Optional.ofNullable(actions.get(action));
    }

    /** How calls to a webhook are proved; the empty name is the channel's own. */
    public Optional<WebhookRule> hook(String name) {
        return Optional.ofNullable(name.isEmpty() ? webhook : webhooks.get(name));
    }

    private static <V> Map<String, V> inOrder(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
