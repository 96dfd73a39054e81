package io.serai.console.access;

import io.serai.console.access.AccessRefused.Why;
import io.serai.database.EngineSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Hotels that belong together: a role at a chain is one at each of its hotels. For admins of all
 * hotels. A hotel is of one chain at most.
 */
@Repository
public class Chains {

    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";
    private static final int LONGEST = 200;
    private static final String SELECT =
            """
            select c.code, c.name, array(select h.id::bigint from hotels h where h.chain_id = c.id order by 1) as hotels,
                   array(select distinct coalesce(u.role, p.role) from user_chains u join users p on p.id = u.user_id where u.chain_id = c.id) as roles
              from chains c
            """;

    private final EngineSession engine;

    Chains(EngineSession engine) {
        this.engine = engine;
    }

    /**
     * A chain.
     *
     * @param hotels the ids of its hotels
     * @param roles what somebody is at it
     */
    public record Chain(String code, String name, List<Long> hotels, List<Role> roles) {}

    /**
     * All, by name.
     *
     * @throws AccessRefused when it is no admin of all hotels who asks
     */
    public List<Chain> all(Actor who) {
        who.demandAdmin();
        return engine.call(
                who.name(),
                database ->
                        database.sql(SELECT + " order by c.name, c.code")
                                .query(Chains::read)
                                .list());
    }

    /**
     * One of them.
     *
     * @throws AccessRefused when there is none, or it is no admin of all hotels who asks
     */
    public Chain find(Actor who, String code) {
        who.demandAdmin();
        return engine.call(who.name(), database -> find(database, code));
    }

    /**
     * Makes one.
     *
     * @throws AccessRefused when what is said cannot be meant, or its code is taken
     */
    public Chain add(Actor who, String code, String name, List<Long> hotels) {
        who.demandAdmin();
        if (!code.matches(CODE)) {
            throw AccessRefused.notMeant(
                    "code", code.isEmpty() ? "missing" : code, "1 to 60 letters, digits, . _ -");
        }
        demandName(name);
        try {
            return engine.call(
                    who.name(),
                    database -> {
                        database.sql("insert into chains (code, name) values (?, ?)")
                                .params(code, name)
                                .update();
                        place(database, code, hotels);
                        return find(database, code);
                    });
        } catch (DuplicateKeyException taken) {
            throw AccessRefused.taken("code", code);
        }
    }

    /**
     * Changes one.
     *
     * @param name null: it stays
     * @param hotels all that are of it from now on, those of another chain until now among them;
     *     null: they stay
     * @throws AccessRefused when there is none, what is said cannot be meant, or somebody is more
     *     at it than who acts may be everywhere
     */
    public Chain change(
            Actor who, String code, @Nullable String name, @Nullable List<Long> hotels) {
        who.demandAdmin();
        return engine.call(
                who.name(),
                database -> {
                    Chain before = find(database, code);
                    if (name != null) {
                        demandName(name);
                        database.sql("update chains set name = ? where code = ?")
                                .params(name, code)
                                .update();
                    }
                    if (hotels != null) {
                        before.roles().forEach(role -> who.demand(role.rights()));
                        place(database, code, hotels);
                    }
                    return find(database, code);
                });
    }

    private static void demandName(String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw AccessRefused.notMeant(
                    "name", name.length() + " signs", "1 to " + LONGEST + " signs");
        }
    }

    private static void place(JdbcClient database, String code, List<Long> hotels) {
        Long[] ids = hotels.stream().distinct().toArray(Long[]::new);
        database.sql(
                        """
                        update hotels set chain_id = null
                         where chain_id = (select id from chains where code = ?) and id <> all (?::bigint[])
                        """)
                .params(code, ids)
                .update();
        List<Long> found =
                database.sql("select id::bigint from hotels where id = any (?::bigint[])")
                        .param(ids)
                        .query(Long.class)
                        .list();
        for (long id : ids) {
            if (!found.contains(id)) {
                throw AccessRefused.notMeant("hotels", "'" + id + "'", "ids of hotels");
            }
        }
        database.sql(
                        """
                        update hotels set chain_id = c.id from chains c
                         where c.code = ? and hotels.id = any (?::bigint[]) and chain_id is distinct from c.id
                        """)
                .params(code, ids)
                .update();
    }

    private static Chain find(JdbcClient database, String code) {
        return database.sql(SELECT + " where c.code = ?")
                .param(code)
                .query(Chains::read)
                .optional()
                .orElseThrow(
                        () ->
                                new AccessRefused(
                                        Why.UNKNOWN,
                                        "No such chain",
                                        null,
                                        "chain: '" + code + "' (expected: the code of a chain)"));
    }

    private static Chain read(ResultSet row, int number) throws SQLException {
        return new Chain(
                row.getString("code"),
                row.getString("name"),
                List.of((Long[]) row.getArray("hotels").getArray()),
                List.of((String[]) row.getArray("roles").getArray()).stream()
                        .map(Role::of)
                        .toList());
    }
}
