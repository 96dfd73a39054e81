package io.serai.console.access;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people who may sign in, and their hotels. */
@Repository
public class Users implements UserDetailsService {

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SignedIn loadUserByUsername(String login) {
        return jdbc.sql("select login, role, is_enabled, password_hash from users where login = ?")
                .param(login)
                .query(
                        (row, number) ->
                                new SignedIn(
                                        row.getString("login"),
                                        Role.of(row.getString("role")),
                                        row.getBoolean("is_enabled"),
                                        row.getString("password_hash")))
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no user of this login"));
    }

    /**
     * The ids of the hotels that a user sees now: an operator's own, all for the others, none for
     * one who was disabled meanwhile.
     */
    public List<Long> hotels(SignedIn user) {
        return jdbc.sql(
                        """
                        select h.id::bigint from users u join hotels h
                            on u.role <> 'operator' or exists (select from user_hotels m where m.user_id = u.id and m.hotel_id = h.id)
                         where u.login = ? and u.is_enabled
                         order by h.id
                        """)
                .param(user.getUsername())
                .query(Long.class)
                .list();
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
