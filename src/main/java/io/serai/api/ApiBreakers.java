package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.channel.breaker.BreakerState;
import io.serai.channel.breaker.Breakers;
import java.time.Instant;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of a connection is not called for a while, since its calls failed. */
@Component("apiBreakers")
public class ApiBreakers {

    private final Targets targets;
    private final Breakers breakers;

    ApiBreakers(Targets targets, Breakers breakers) {
        this.targets = targets;
        this.breakers = breakers;
    }

    /** The breakers that this instance has for a connection and for all hotels of its account. */
    public Listed list(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.connection(caller, id);
        return listed(target);
    }

    /** Closes them: the next call is made. */
    public Listed close(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.connection(caller, id);
        Callers.demandEngineer(caller);
        targets.asked(caller, target, "close-breakers");
        breakers.close(target.id(), target.account());
        return listed(target);
    }

    private Listed listed(Target target) {
        return new Listed(
                breakers.instance(),
                breakers.of(target.id(), target.account()).stream().map(View::of).toList());
    }

    /**
     * The breakers of a connection.
     *
     * @param instance whose they are: another has its own
     */
    public record Listed(String instance, List<View> breakers) {}

    /** A breaker as a caller sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String call,
            String of,
            String state,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Float failureRate,
            int counted,
            int failed,
            int slow,
            long heldBack) {

        static View of(BreakerState state) {
            return new View(
                    state.key().call(),
                    state.key().connection() == null ? "account" : "connection",
                    state.state(),
                    state.since(),
                    state.until(),
                    state.failureRate(),
                    state.counted(),
                    state.failed(),
                    state.slow(),
                    state.refused());
        }
    }
}
