package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.access.ApiKeys;
import io.serai.console.access.KeyDesk;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The API keys of the hotels that a caller administers. */
@Component("apiAccessKeys")
public class ApiAccessKeys {

    private final KeyDesk keys;
    private final Clock clock;

    ApiAccessKeys(KeyDesk keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** All that the caller may take away, the oldest first; no secrets. */
    public Map<String, List<AccessKeyView>> list(@ExchangeProperty("caller") Caller caller) {
        return Map.of(
                "keys",
                keys.all(caller.acting()).stream()
                        .map(key -> AccessKeyView.of(key, null, clock.instant()))
                        .toList());
    }

    /** Makes one; its secret is shown now and never again. */
    public Answer make(@ExchangeProperty("caller") Caller caller, @Body @Nullable ObjectNode body) {
        AccessKeyForm form = AccessKeyForm.read(body);
        return told(
                201,
                keys.make(
                        caller.acting(),
                        form.name(),
                        form.rights(),
                        form.everywhere(),
                        form.hotels(),
                        form.days()));
    }

    /** Gives one another secret, shown now and never again; the one before is good for a while. */
    public Answer rotate(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return told(200, keys.rotate(caller.acting(), id));
    }

    /** Has one be good no more, and answers with it. */
    public AccessKeyView revoke(
            @ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return AccessKeyView.of(keys.revoke(caller.acting(), id), null, clock.instant());
    }

    private Answer told(int status, ApiKeys.Told told) {
        return Answer.of(status, AccessKeyView.of(told.key(), told.secret(), clock.instant()));
    }
}
