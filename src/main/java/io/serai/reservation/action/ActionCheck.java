package io.serai.reservation.action;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at what somebody wants done with a reservation before it is kept, in its transaction. */
public interface ActionCheck {

    /**
     * What is against it; null when nothing is.
     *
     * @param request in the words of its port, which it fits
     * @param again the key of the request that is asked anew by it, which itself counts as not
     *     done; null: none is
     */
    @Nullable String against(
            JdbcClient session,
            long reservation,
            String action,
            JsonNode request,
            @Nullable Long again);
}
