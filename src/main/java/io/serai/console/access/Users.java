package io.serai.console.access;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in, and their hotels. */
@Repository
public class Users {

    private static final String STAMP = "encode(sha256(convert_to(password_hash, 'UTF8')), 'hex')";

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who signs in by this login, with the hash of their password.
     *
     * @throws UsernameNotFoundException where there is none
     */
    SignedIn signingIn(String login) {
        return jdbc.sql(
                        "select login, role, is_enabled, password_hash, "
                                + STAMP
                                + " as stamp from users where login = ?")
                .param(login)
                .query(
                        (row, number) ->
                                new SignedIn(
                                        row.getString("login"),
                                        Role.of(row.getString("role")),
                                        row.getBoolean("is_enabled"),
                                        row.getString("stamp"),
                                        row.getString("password_hash")))
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no user of this login"));
    }

    /** The ids of the hotels that a user sees now: none for one who was disabled meanwhile. */
    public List<Long> hotels(SignedIn user) {
        return hotels(user, Right.READ);
    }

    /** The ids of the hotels where a user may do this now. */
    public List<Long> hotels(SignedIn user, Right right) {
        return grants(user).hotels(right);
    }

    /** What a user may do now, and where: nothing for one who was disabled meanwhile. */
    public Grants grants(SignedIn user) {
        return grants(user.getUsername());
    }

    /** What the user of this login may do now: nothing where there is none, or not enabled. */
    public Grants grants(String login) {
        Set<Right> everywhere = EnumSet.noneOf(Right.class);
        Map<Long, Set<Right>> at = new HashMap<>();
        jdbc.sql("select hotel_id::bigint, role from user_grants where login = ?")
                .param(login)
                .query(
                        row -> {
                            Long hotel = row.getObject(1, Long.class);
                            Set<Right> rights = Role.of(row.getString(2)).rights();
                            if (hotel == null) {
                                everywhere.addAll(rights);
                            } else {
                                at.computeIfAbsent(hotel, id -> EnumSet.noneOf(Right.class))
                                        .addAll(rights);
                            }
                        });
        return new Grants(everywhere, at);
    }

    /** The id of the user of this login; empty where there is none. */
    Optional<Long> id(String login) {
        return jdbc.sql("select id from users where login = ?")
                .param(login)
                .query(Long.class)
                .optional();
    }

    /** Whether there is an enabled user of this login. */
    public boolean isUser(String login) {
        return jdbc.sql("select exists (select from users where login = ? and is_enabled)")
                .param(login)
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody who signed in is an enabled user still, with the same password. */
    boolean isStill(SignedIn user) {
        return jdbc.sql(
                        "select exists (select from users where login = ? and is_enabled and "
                                + STAMP
                                + " = ?)")
                .params(user.getUsername(), user.stamp())
                .query(Boolean.class)
                .single();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from users)").query(Boolean.class).single();
    }

    /**
     * Writes the first user.
     *
     * @return whether this call did: not when there is a user already, of another instance also
     */
    @Transactional
    public boolean addFirst(String login, Role role, String hash) {
        jdbc.sql("select pg_advisory_xact_lock('users'::regclass::oid::bigint)")
                .query()
                .singleRow();
        return jdbc.sql(
                                """
                                insert into users (login, role, password_hash)
                                select ?, ?, ? where not exists (select from users)
                                """)
                        .params(login, role.word(), hash)
                        .update()
                == 1;
    }
}
