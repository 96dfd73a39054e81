package io.serai.reservation.hook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is sent.
 *
 * @param id the same however often it is sent
 * @param timestamp when it is sent, in seconds since 1970
 * @param secrets that sign it: the present one, and the one before for a while
 */
public record HookMessage(
        String url, String id, long timestamp, String body, List<String> secrets) {

    @Override
    public @Nullable String toString() {
        return "webhook " + id;
    }
}
