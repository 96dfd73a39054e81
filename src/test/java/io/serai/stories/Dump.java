package io.serai.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.testing.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A dump of a whole database: the copy of each table, with the name of each column beside its
 * value, and what pg_dump writes where there is one of the server's version or a newer one.
 */
final class Dump {

    private static final Pattern VERSION = Pattern.compile("\\) ([0-9]+)");

    private final Database database;
    private final JdbcClient sql;

    Dump(Database database) {
        this.database = database;
        this.sql = JdbcClient.create(database.owner());
    }

    /**
     * Has texts that are too long for their row kept as they are from now on: compressed, they
     * could not be looked for in the database's files.
     */
    void uncompressed() {
        sql.sql(
                        """
                        select format('alter table %s %s', c.oid::regclass, string_agg(format('alter %I set storage external', a.attname), ', '))
                          from pg_class c join pg_attribute a on a.attrelid = c.oid
                         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and a.attstorage = 'x'
                         group by c.oid
                        """)
                .query(String.class)
                .list()
                .forEach(alter -> sql.sql(alter).update());
    }

    /** Looks through all of it; how many tables there were. */
    int look(Sink sink) throws SQLException, IOException, InterruptedException {
        List<String> tables =
                sql.sql(
                                "select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                        .query(String.class)
                        .list();
        try (var connection = database.owner().getConnection()) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables) {
                var rows = new ByteArrayOutputStream();
                copies.copyOut("copy (select to_jsonb(t) from " + table + " t) to stdout", rows);
                sink.look(table, rows.toString(UTF_8));
            }
        }
        if (isDumped()) {
            sink.look("pg_dump", run("pg_dump", database.url().substring("jdbc:".length())));
        }
        return tables.size();
    }

    private boolean isDumped() throws InterruptedException {
        int server =
                sql.sql("select current_setting('server_version_num')::int / 10000")
                        .query(Integer.class)
                        .single();
        try {
            Matcher version = VERSION.matcher(run("pg_dump", "--version"));
            return version.find() && Integer.parseInt(version.group(1)) >= server;
        } catch (IOException none) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
