package io.serai.console.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.console.access.AccessRefused.Why;
import io.serai.database.EngineSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.DigestUtils;

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
    public record Chain(String code, String name, List<Long> hotels, List<Role> roles) {

        /** Another one for every other name, and for other hotels. */
        public String seen() {
            return DigestUtils.md5DigestAsHex((hotels + " " + name).getBytes(UTF_8));
        }
    }

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
                        ChainHotels.write(database, code, hotels);
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
     * @param seen what {@link Chain#seen()} said of what is changed; null: however it is now
     * @throws AccessRefused when there is none, what is said cannot be meant, somebody is more at
     *     it than who acts may be everywhere, or it is not any more as it was seen
     */
    public Chain change(
            Actor who,
            String code,
            @Nullable String name,
            @Nullable List<Long> hotels,
            @Nullable String seen) {
        who.demandAdmin();
        return engine.call(
                who.name(),
                database -> {
                    Chain before = locked(database, code);
                    if (seen != null && !seen.equals(before.seen())) {
                        throw AccessRefused.stale("the chain " + code + " and its hotels");
                    }
                    if (name != null) {
                        demandName(name);
                        database.sql("update chains set name = ? where code = ?")
                                .params(name, code)
                                .update();
                    }
                    if (hotels != null) {
                        before.roles().forEach(role -> who.demand(role.rights()));
                        ChainHotels.write(database, code, hotels);
                    }
                    return find(database, code);
                });
    }

    private static void demandName(String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw AccessRefused.notMeant(
                    "name", name.length() + " characters", "1 to " + LONGEST + " characters");
        }
    }

    /** As it stays until who asks is done. */
    private static Chain locked(JdbcClient database, String code) {
        database.sql("select from chains where code = ? for update")
                .param(code)
                .query()
                .listOfRows();
        return find(database, code);
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
