package io.serai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.serai.console.access.Right;
import io.serai.database.TenantSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls that came in and that went out, without what they said. */
@Component("apiCalls")
public class ApiCalls {

    private static final List<String> KINDS = List.of("call", "api", "webhook");
    private static final String SELECT =
            """
            select l.id, l.at, l.kind, l.who, l.hotel_id, l.connection_id, l.name, l.method, l.path, l.status, l.outcome, l.reference,
                   l.took_ms, l.correlation
              from ota_sync_logs l
             where l.kind <> 'run' and l.id < ? and (?::text is null or l.kind = ?) and (?::text is null or l.correlation = ?)
               and (?::integer is null or l.connection_id = ?)
            """;

    private final TenantSession tenants;
    private final JdbcClient engine;

    ApiCalls(TenantSession tenants, JdbcClient engine) {
        this.tenants = tenants;
        this.engine = engine;
    }

    /**
     * A page of them, the newest first: of the hotel that is named, else of all where the caller is
     * engineer; who is so for all hotels sees those of no hotel as well.
     */
    public Page list(@ExchangeProperty("caller") Caller caller, Message request) {
        PageWish page = PageWish.of(request);
        String kind = request.getHeader("kind", String.class);
        if (kind != null && !KINDS.contains(kind)) {
            throw Problem.bad("kind: '" + kind + "' (expected: one of " + KINDS + ")");
        }
        String hotel = request.getHeader("hotel", String.class);
        String connection = request.getHeader("connectionId", String.class);
        Integer of = connection == null ? null : Targets.key(connection);
        String correlation = request.getHeader("correlation", String.class);
        Object[] asked = {
            page.before(), kind, kind, correlation, correlation, of, of, page.most() + 1
        };
        List<View> found =
                hotel == null && caller.mayEverywhere(Right.ENGINEER)
                        ? ask(engine, asked)
                        : tenants.call(
                                hotel == null
                                        ? caller.hotels()
                                        : List.of((long) caller.hotel(hotel)),
                                caller.actor(),
                                session -> ask(session, asked));
        return new Page(page.shown(found), page.next(found, view -> Long.parseLong(view.id())));
    }

    private static List<View> ask(JdbcClient database, Object... asked) {
        return database.sql(SELECT + " order by l.id desc limit ?")
                .params(asked)
                .query(ApiCalls::read)
                .list();
    }

    private static View read(ResultSet row, int number) throws SQLException {
        return new View(
                row.getString("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getString("who"),
                row.getString("hotel_id"),
                row.getString("connection_id"),
                row.getString("name"),
                row.getString("method"),
                row.getString("path"),
                row.getObject("status", Integer.class),
                row.getString("outcome"),
                row.getString("reference"),
                row.getObject("took_ms", Integer.class),
                row.getString("correlation"));
    }

    /**
     * A part of the calls.
     *
     * @param next the id before which the next page begins; null: there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<View> calls, @Nullable String next) {}

    /** A call as a caller sees it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String id,
            Instant at,
            String kind,
            @Nullable String who,
            @Nullable String hotel,
            @Nullable String connection,
            String name,
            @Nullable String method,
            @Nullable String path,
            @Nullable Integer status,
            @Nullable String outcome,
            @Nullable String reference,
            @Nullable Integer milliseconds,
            @Nullable String correlation) {}
}
