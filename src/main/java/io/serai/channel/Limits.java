package io.serai.channel;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of calls under one name: of the endpoint of that name, or of several together.
 *
 * @param calls the endpoints whose calls count together, {@code *} for all; none: the one whose
 *     name it is
 * @param account over all hotels of an account; all of them hold at once
 * @param hotel for each hotel; all of them hold at once
 * @param inFlight how many of the calls may be under way at once
 * @param urgency how urgent the calls are where their route says nothing; null: usual
 */
public record Limits(
        Set<String> calls,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Limit> account,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<Limit> hotel,
        RequestRule.InFlight inFlight,
        @Nullable Urgency urgency) {

    /** Stands for all endpoints. */
    public static final String ALL = "*";

    private static final RequestRule.InFlight ANY = new RequestRule.InFlight(null, null);

    public Limits {
        calls = Set.copyOf(Objects.requireNonNullElse(calls, Set.of()));
        account = List.copyOf(Objects.requireNonNullElse(account, List.of()));
        hotel = List.copyOf(Objects.requireNonNullElse(hotel, List.of()));
        inFlight = Objects.requireNonNullElse(inFlight, ANY);
    }

    /** Those among all that hold for an endpoint, its own first. */
    static Map<String, Limits> of(Map<String, Limits> all, String call) {
        Map<String, Limits> some = new LinkedHashMap<>();
        Limits own = all.get(call);
        if (own != null && own.calls.isEmpty()) {
            some.put(call, own);
        }
        all.forEach(
                (name, limits) -> {
                    if (limits.calls.contains(call) || limits.calls.contains(ALL)) {
                        some.put(name, limits);
                    }
                });
        return Collections.unmodifiableMap(some);
    }

    /** How urgent an endpoint's calls are: what is said of it alone goes first. */
    static Urgency urgency(Map<String, Limits> all, String call) {
        return of(all, call).values().stream()
                .map(Limits::urgency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Urgency.USUAL);
    }
}
