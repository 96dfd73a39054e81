package io.serai.console.access;

import io.serai.console.access.UserAccount.Place;
import io.serai.database.EngineSession;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                    Map<Long, List<Place>> places = UserPlaces.of(database, null);
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
                    UserPlaces.write(database, id, user.places());
                    return find(database, id).orElseThrow();
                });
    }

    /**
     * Changes one to what is given.
     *
     * @param seen what {@link UserAccount#seen()} said of what is changed
     * @param password null: it stays
     * @throws AccessRefused where it is not any more as it was seen
     * @throws IllegalArgumentException where a place is none, naming it
     * @throws IllegalStateException where no admin would be left
     */
    public UserAccount change(
            String actor, UserAccount user, String seen, @Nullable String password) {
        return engine.call(
                actor,
                database -> {
                    demandSeen(database, user, seen);
                    database.sql("update users set role = ?, is_enabled = ? where id = ?")
                            .params(user.role().word(), user.enabled(), user.id())
                            .update();
                    if (password != null) {
                        renew(database, user.id(), password);
                    }
                    UserPlaces.write(database, user.id(), user.places());
                    demandAnAdmin(database);
                    return find(database, user.id()).orElseThrow();
                });
    }

    /** Gives one another password; all else stays as it is. */
    public void renew(String actor, long id, String password) {
        engine.call(
                actor,
                database -> {
                    renew(database, id, password);
                    return id;
                });
    }

    private void renew(JdbcClient database, long id, String password) {
        database.sql("update users set password_hash = ? where id = ?")
                .params(hash(password), id)
                .update();
    }

    /** Whoever changes the same user at the same time waits here. */
    private static void demandSeen(JdbcClient database, UserAccount user, String seen) {
        database.sql("select id from users where id = ? for update")
                .param(user.id())
                .query(Long.class)
                .optional();
        if (find(database, user.id()).filter(now -> now.seen().equals(seen)).isEmpty()) {
            throw AccessRefused.stale(user.login());
        }
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

    private static Optional<UserAccount> find(JdbcClient database, long id) {
        return database.sql(SELECT + " where id = ?")
                .param(id)
                .query((row, number) -> read(UserPlaces.of(database, id), row))
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
}
