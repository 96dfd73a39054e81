package io.serai.console.access;

import io.serai.console.access.UserAccount.Place;
import io.serai.database.EngineSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** Lets an admin of all hotels say who may come in, and what they are where. */
@Repository
public class UserBook {

    private static final String SELECT = "select id, login, role, is_enabled from users";

    private final EngineSession engine;
    private final PasswordEncoder passwords;

    UserBook(EngineSession engine, PasswordEncoder passwords) {
        this.engine = engine;
        this.passwords = passwords;
    }

    /** All, by login. */
    public List<UserAccount> all(String actor) {
        return engine.call(
                actor,
                database -> {
                    Map<Long, List<Place>> places = places(database, null);
                    return database.sql(SELECT + " order by login")
                            .query((row, number) -> read(places, row))
                            .list();
                });
    }

    /** One; empty where there is none. */
    public Optional<UserAccount> find(String actor, long id) {
        return engine.call(actor, database -> find(database, id));
    }

    /**
     * Adds one.
     *
     * @param password null: they cannot sign in by a password
     * @throws IllegalArgumentException where a place is none, naming it
     * @throws org.springframework.dao.DuplicateKeyException where the login is taken
     */
    public UserAccount add(String actor, UserAccount user, @Nullable String password) {
        return engine.call(
                actor,
                database -> {
                    long id =
                            database.sql(
                                            "insert into users (login, role, is_enabled, password_hash) values (?, ?, ?, ?) returning id")
                                    .params(
                                            user.login(),
                                            user.role().word(),
                                            user.enabled(),
                                            hash(password))
                                    .query(Long.class)
                                    .single();
                    place(database, id, user.places());
                    return find(database, id).orElseThrow();
                });
    }

    /**
     * Changes one to what is given.
     *
     * @param password null: it stays
     * @throws IllegalArgumentException where a place is none, naming it
     * @throws IllegalStateException where no admin would be left
     */
    public UserAccount change(String actor, UserAccount user, @Nullable String password) {
        return engine.call(
                actor,
                database -> {
                    database.sql("update users set role = ?, is_enabled = ? where id = ?")
                            .params(user.role().word(), user.enabled(), user.id())
                            .update();
                    if (password != null) {
                        database.sql("update users set password_hash = ? where id = ?")
                                .params(hash(password), user.id())
                                .update();
                    }
                    place(database, user.id(), user.places());
                    demandAnAdmin(database);
                    return find(database, user.id()).orElseThrow();
                });
    }

    /** A password that nobody knows stands for none. */
    private String hash(@Nullable String password) {
        return passwords.encode(password == null ? UUID.randomUUID().toString() : password);
    }

    private static void demandAnAdmin(JdbcClient database) {
        if (!database.sql("select exists (select from users where role = 'admin' and is_enabled)")
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException("admins: none left (expected: one who is enabled)");
        }
    }

    private static void place(JdbcClient database, long user, List<Place> places) {
        database.sql("delete from user_hotels where user_id = ?").param(user).update();
        database.sql("delete from user_chains where user_id = ?").param(user).update();
        for (Place place : places) {
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
                        place.hotel() != null
                                ? "hotel: '" + place.hotel() + "' (expected: the id of a hotel)"
                                : "chain: '" + place.chain() + "' (expected: the code of a chain)");
            }
        }
    }

    private static Optional<UserAccount> find(JdbcClient database, long id) {
        return database.sql(SELECT + " where id = ?")
                .param(id)
                .query((row, number) -> read(places(database, id), row))
                .optional();
    }

    private static UserAccount read(Map<Long, List<Place>> places, ResultSet row)
            throws SQLException {
        return new UserAccount(
                row.getLong("id"),
                row.getString("login"),
                Role.of(row.getString("role")),
                row.getBoolean("is_enabled"),
                places.getOrDefault(row.getLong("id"), List.of()));
    }

    /** Of one user, or of all where none is named. */
    private static Map<Long, List<Place>> places(JdbcClient database, @Nullable Long user) {
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
