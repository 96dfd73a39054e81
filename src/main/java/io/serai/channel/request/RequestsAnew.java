package io.serai.channel.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests that ended without being done, begun anew when somebody wants it. */
@Component
class RequestsAnew {

    private static final String ENDED =
            "settled_at is not null and state in ('refused', 'given-up', 'not-known')";

    private final JdbcClient jdbc;
    private final AskingAnew check;
    private final RequestEnds ends;
    private final ObjectMapper json;

    RequestsAnew(JdbcClient jdbc, AskingAnew check, RequestEnds ends, ObjectMapper json) {
        this.jdbc = jdbc;
        this.check = check;
        this.ends = ends;
        this.json = json;
    }

    private record Ended(long reservation, String action, String wish) {}

    /**
     * Begins one anew; what the channel took before it ended is asked after.
     *
     * @return false when something is against it now: it stays as it ended
     */
    boolean begin(long request, String actor) throws JsonProcessingException {
        String reason = against(request);
        if (reason != null) {
            ends.notAnew(request, reason);
            return false;
        }
        ends.wantedAnew(request, actor, isBegun(request, actor));
        return true;
    }

    private @Nullable String against(long request) throws JsonProcessingException {
        Optional<Ended> ended =
                jdbc.sql(
                                "select reservation_id as reservation, action, request as wish from channel_requests where id = ? and reservation_id is not null and "
                                        + ENDED)
                        .param(request)
                        .query(Ended.class)
                        .optional();
        return ended.isEmpty()
                ? null
                : check.against(
                        request,
                        ended.get().reservation(),
                        ended.get().action(),
                        json.readTree(ended.get().wish()));
    }

    /** Whether there was one, and the same is not under way. */
    private boolean isBegun(long request, String actor) {
        return jdbc.sql(
                                """
                                update channel_requests q
                                   set step = case when state = 'refused' then port else step end,
                                       state = case when state = 'refused' or step = port then 'waiting' else 'pending' end,
                                       settled_at = null, asked_at = now(), asked_by = :actor, next_try_at = now(), begun_at = null, tries = 0,
                                       fence = fence + 1, until = '-infinity', read_again_at = null, missed_at = null
                                 where id = :id and\s"""
                                        + ENDED
                                        + """
                                  and not exists (select from channel_requests o
                                                   where o.reservation_id = q.reservation_id and o.action = q.action and o.settled_at is null)
                                """)
                        .param("id", request)
                        .param("actor", actor)
                        .update()
                == 1;
    }
}
