package io.serai.api;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.apache.camel.Exchange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who asks by the name they signed in with. */
@Component("callers")
public class Callers {

    private final JdbcClient jdbc;

    Callers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who sent a request; operators see the hotels they were given, engineers and admins all.
     *
     * @throws Problem 401 when nobody signed in, 403 when they are not one of the users
     */
    public Caller who(Exchange exchange) {
        HttpServletRequest request =
                exchange.getMessage()
                        .getHeader(Exchange.HTTP_SERVLET_REQUEST, HttpServletRequest.class);
        Principal signedIn = request == null ? null : request.getUserPrincipal();
        if (signedIn == null) {
            throw new Problem(401, "Nobody signed in", "HTTP Basic, with a user's login");
        }
        String login = signedIn.getName();
        return jdbc.sql("select id, role from users where login = ? and is_enabled")
                .param(login)
                .query(
                        (row, number) ->
                                new Caller(
                                        "user:" + login,
                                        hotels(row.getLong("id"), row.getString("role"))))
                .optional()
                .orElseThrow(() -> new Problem(403, "Not a user", "an enabled user's login"));
    }

    /**
     * What is for all hotels alike is not an operator's to change.
     *
     * @throws Problem 403 when it is an operator who asks
     */
    void demandEngineer(Caller caller) {
        if (!isEngineer(caller)) {
            throw new Problem(
                    403, "Not yours to change", "role: operator (expected: engineer or admin)");
        }
    }

    /** Whether it is an engineer or an admin who asks. */
    boolean isEngineer(Caller caller) {
        return jdbc.sql(
                        "select exists (select from users where 'user:' || login = ? and role <> 'operator')")
                .param(caller.actor())
                .query(Boolean.class)
                .single();
    }

    private List<Long> hotels(long user, String role) {
        return role.equals("operator")
                ? jdbc.sql("select hotel_id from user_hotels where user_id = ? order by hotel_id")
                        .param(user)
                        .query(Long.class)
                        .list()
                : jdbc.sql("select id from hotels order by id").query(Long.class).list();
    }
}
