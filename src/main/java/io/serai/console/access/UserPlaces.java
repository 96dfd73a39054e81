package io.serai.console.access;

import io.serai.console.access.UserAccount.Place;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where users work, as it is written. */
final class UserPlaces {

    private UserPlaces() {}

    /**
     * Writes all of one user's.
     *
     * @throws IllegalArgumentException where a place is none, naming it
     */
    static void write(JdbcClient database, long user, List<Place> places) {
        database.sql("delete from user_hotels where user_id = ?").param(user).update();
        database.sql("delete from user_chains where user_id = ?").param(user).update();
        Set<String> named = new HashSet<>();
        for (Place place : places) {
            String where =
                    place.hotel() != null
                            ? "hotel: '" + place.hotel() + "'"
                            : "chain: '" + place.chain() + "'";
            if (!named.add(where)) {
                throw new IllegalArgumentException(where + " twice (expected: each place once)");
            }
            String role = place.role() == null ? null : place.role().word();
            int written =
                    place.hotel() != null
                            ? database.sql(
                                            "insert into user_hotels (user_id, hotel_id, role) select ?, id, ? from hotels where id = ?")
                                    .params(user, role, place.hotel())
                                    .update()
                            : database.sql(
                                            "insert into user_chains (user_id, chain_id, role) select ?, id, ? from chains where code = ?")
                                    .params(user, role, place.chain())
                                    .update();
            if (written == 0) {
                throw new IllegalArgumentException(
                        where
                                + (place.hotel() != null
                                        ? " (expected: the id of a hotel)"
                                        : " (expected: the code of a chain)"));
            }
        }
    }

    /** Of one user, or of all where none is named. */
    static Map<Long, List<Place>> of(JdbcClient database, @Nullable Long user) {
        Map<Long, List<Place>> places = new HashMap<>();
        database.sql(
                        """
                        select user_id, hotel_id::bigint, null::text as chain, role from user_hotels where user_id = coalesce(:user, user_id)
                         union all
                        select u.user_id, null, c.code, u.role from user_chains u join chains c on c.id = u.chain_id
                         where u.user_id = coalesce(:user, u.user_id)
                         order by 1, 2, 3
                        """)
                .param("user", user, Types.BIGINT)
                .query(
                        row -> {
                            String role = row.getString(4);
                            places.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                                    .add(
                                            new Place(
                                                    row.getObject(2, Long.class),
                                                    row.getString(3),
                                                    role == null ? null : Role.of(role)));
                        });
        return places;
    }
}
