package io.serai.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.api.IdempotencyKeys.Earlier;
import io.serai.database.EngineSession;
import io.serai.database.TenantSession;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does what a request asks for once, however often it comes under the same {@code Idempotency-Key}.
 * The answer is kept in the transaction of the effect: a kill leaves both, or neither.
 */
@Component
public class OnceOnly {

    private static final int LONGEST_KEY = 200;

    private final TenantSession tenants;
    private final EngineSession engine;
    private final OnceOnlySettings settings;
    private final ObjectMapper json;

    OnceOnly(
            TenantSession tenants,
            EngineSession engine,
            OnceOnlySettings settings,
            ObjectMapper json) {
        this.tenants = tenants;
        this.engine = engine;
        this.settings = settings;
        this.json = json;
    }

    /**
     * Does it, or gives the first answer again. What failed is not remembered: it did nothing.
     *
     * @param key the caller's; null: whatever comes is done
     * @param request by what the request is known again; asked once, after the effect where there
     *     is one
     * @param effect works in a transaction of its own, with the caller's hotels in sight
     * @throws Problem 409 while a request of this key is under way, 422 where another came under it
     */
    public Answer answer(
            Caller caller,
            @Nullable String key,
            Supplier<String> request,
            Function<JdbcClient, Answer> effect) {
        return answer(
                work -> tenants.call(caller.hotels(), caller.actor(), work),
                caller,
                key,
                request,
                effect);
    }

    private Answer answer(
            Function<Function<JdbcClient, Answer>, Answer> session,
            Caller caller,
            @Nullable String key,
            Supplier<String> request,
            Function<JdbcClient, Answer> effect) {
        if (key == null) {
            return session.apply(effect);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.bad(
                    "Idempotency-Key: "
                            + key.length()
                            + " characters (expected: 1 to "
                            + LONGEST_KEY
                            + ")");
        }
        return session.apply(
                database -> {
                    IdempotencyKeys keys = new IdempotencyKeys(database, caller.actor(), json);
                    keys.claim(key);
                    Optional<Earlier> earlier = keys.find(key);
                    if (earlier.isPresent()) {
                        return again(earlier.get(), request.get());
                    }
                    Answer answer = effect.apply(database);
                    keys.keep(key, request.get(), answer, settings.keep());
                    return answer;
                });
    }

    /** As {@link #answer} for a request whose body was read as a whole. */
    public Answer answer(
            Exchange exchange, Caller caller, Object body, Function<JdbcClient, Answer> effect) {
        return answer(caller, key(exchange), hash(exchange, body), effect);
    }

    /**
     * As {@link #answer}, for an effect that works as the engine does; whether the caller may is
     * looked at before.
     */
    Answer byEngine(
            Exchange exchange, Caller caller, Object body, Function<JdbcClient, Answer> effect) {
        return answer(
                work -> engine.call(caller.actor(), work),
                caller,
                key(exchange),
                hash(exchange, body),
                effect);
    }

    private static @Nullable String key(Exchange exchange) {
        return exchange.getMessage().getHeader("Idempotency-Key", String.class);
    }

    private Supplier<String> hash(Exchange exchange, Object body) {
        return () ->
                new RequestHash(
                                RequestHash.line(exchange),
                                new StringReader(written(body)),
                                Long.MAX_VALUE)
                        .whole();
    }

    private static Answer again(Earlier earlier, String request) {
        if (!earlier.request().equals(request)) {
            throw new Problem(
                    422,
                    "Key of another request",
                    "Idempotency-Key: came with another request (expected: the same, or a new key)");
        }
        return earlier.answer();
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
