package io.serai.console;

import io.serai.console.access.Grants;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.database.TenantSession;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Where a user works on a hotel: sees and changes its rows, and no other's. */
@Component
public class Desk {

    private final Users users;
    private final TenantSession sessions;

    Desk(Users users, TenantSession sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    /** The user's hotels, by name; read once for a request. */
    public List<Hotel> hotels(SignedIn user) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read(user);
        }
        String name = "desk.hotels." + user.getUsername();
        if (request.getAttribute(name, RequestAttributes.SCOPE_REQUEST) instanceof Seen seen) {
            return seen.hotels();
        }
        List<Hotel> hotels = read(user);
        request.setAttribute(name, new Seen(hotels), RequestAttributes.SCOPE_REQUEST);
        return hotels;
    }

    /** The user's hotels at which they may do this, by name. */
    public List<Hotel> hotels(SignedIn user, Right right) {
        Grants grants = users.grants(user);
        return hotels(user).stream().filter(it -> grants.may(right, it.id())).toList();
    }

    /** What a request was told: asked for again within a transaction, it takes no connection. */
    private record Seen(List<Hotel> hotels) {}

    private List<Hotel> read(SignedIn user) {
        return sessions.call(
                users.hotels(user),
                user.actor(),
                database ->
                        database.sql(
                                        "select id, name, time_zone, currency, horizon from hotels"
                                                + " order by name, id")
                                .query(
                                        (row, number) ->
                                                new Hotel(
                                                        row.getInt("id"),
                                                        row.getString("name"),
                                                        ZoneId.of(row.getString("time_zone")),
                                                        row.getString("currency"),
                                                        row.getInt("horizon")))
                                .list());
    }

    /** Works in a transaction that sees all of the user's hotels. */
    <T> T everywhere(SignedIn user, Function<JdbcClient, T> work) {
        return sessions.call(users.hotels(user), user.actor(), work::apply);
    }

    /**
     * Works in a transaction that sees this hotel alone.
     *
     * @throws NotHere when it is none of the user's
     */
    public <T> T at(SignedIn user, int hotel, BiFunction<JdbcClient, Hotel, T> work) {
        Hotel here =
                hotels(user).stream()
                        .filter(it -> it.id() == hotel)
                        .findFirst()
                        .orElseThrow(() -> new NotHere("hotel " + hotel));
        return sessions.call(
                List.of((long) hotel), user.actor(), database -> work.apply(database, here));
    }
}
