package io.serai.reservation.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.request.AskingAnew;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds what is asked anew to the same checks as what is asked for the first time. */
@Component
class ChecksAnew implements AskingAnew {

    private final JdbcClient jdbc;
    private final List<ActionCheck> checks;

    ChecksAnew(JdbcClient jdbc, List<ActionCheck> checks) {
        this.jdbc = jdbc;
        this.checks = checks;
    }

    @Override
    public @Nullable String against(long request, long reservation, String action, JsonNode wish) {
        return checks.stream()
                .map(check -> check.against(jdbc, reservation, action, wish, request))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
