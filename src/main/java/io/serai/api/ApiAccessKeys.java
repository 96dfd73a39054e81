package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.access.ApiKey;
import io.serai.console.access.ApiKeys;
import io.serai.console.access.KeySettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The API keys of the hotels that a caller administers. */
@Component("apiAccessKeys")
public class ApiAccessKeys {

    private final ApiKeys keys;
    private final KeySettings settings;
    private final Clock clock;

    ApiAccessKeys(ApiKeys keys, KeySettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that the caller may take away, the oldest first; no secrets. */
    public Map<String, List<AccessKeyView>> list(@ExchangeProperty("caller") Caller caller) {
        return Map.of(
                "keys",
                keys.all(caller.actor()).stream()
                        .filter(key -> key.isOf(caller.grants()))
                        .map(key -> AccessKeyView.of(key, null, clock.instant()))
                        .toList());
    }

    /**
     * Makes one; its secret is shown now and never again.
     *
     * @throws Problem 403 when it would give away more than the caller has
     */
    public Answer make(@ExchangeProperty("caller") Caller caller, @Body @Nullable ObjectNode body) {
        ApiKey.Wish wish = AccessKeyForm.read(body, settings, clock.instant());
        demandWithin(wish.isWithin(caller.grants()));
        return told(201, keys.make(caller.actor(), wish));
    }

    /**
     * Gives one another secret, shown now and never again; the one before is good for a while.
     *
     * @throws Problem 403 when it would give away more than the caller has
     */
    public Answer rotate(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        ApiKey key = find(caller, id);
        demandWithin(key.isWithin(caller.grants()));
        return keys.rotate(caller.actor(), key.id(), settings.overlap())
                .map(told -> told(200, told))
                .orElseThrow(
                        () ->
                                new Problem(
                                        409,
                                        "Good no more",
                                        "key: '"
                                                + id
                                                + "' (expected: neither revoked nor expired)"));
    }

    /** Has one be good no more, and answers with it. */
    public AccessKeyView revoke(
            @ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        ApiKey key = find(caller, id);
        return AccessKeyView.of(
                keys.revoke(caller.actor(), key.id()).orElseThrow(), null, clock.instant());
    }

    private static void demandWithin(boolean within) {
        if (!within) {
            throw new Problem(
                    403,
                    "More than is yours to give",
                    "rights: more than yours, or where you do not administer (expected: some of"
                            + " yours, at hotels that you administer)");
        }
    }

    private Answer told(int status, ApiKeys.Told told) {
        return Answer.of(status, AccessKeyView.of(told.key(), told.secret(), clock.instant()));
    }

    private ApiKey find(Caller caller, String id) {
        return (id.matches("[0-9]{1,18}")
                        ? keys.find(caller.actor(), Long.parseLong(id))
                        : Optional.<ApiKey>empty())
                .filter(key -> key.isOf(caller.grants()))
                .orElseThrow(() -> Problem.unknown("key", id));
    }
}
