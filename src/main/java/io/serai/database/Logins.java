package io.serai.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may sign in to one embedded server; each login is made when it is first asked for. */
final class Logins {

    /** The server's first login, for what no other may do. */
    static final String SUPERUSER = "postgres";

    private static final String OWNER = "serai";
    private static final String DATABASE = "serai";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,40}");

    private final int port;
    private final Passwords passwords;

    Logins(int port, Passwords passwords) {
        this.port = port;
        this.passwords = passwords;
    }

    DatabaseAddress superuser(String database) {
        return address(database, SUPERUSER);
    }

    /** No superuser, so that what works here works on a managed PostgreSQL too. */
    DatabaseAddress owner() {
        var server = JdbcClient.create(superuser("postgres").unpooled());
        create(server, OWNER);
        server.sql("alter role serai createrole").update();
        if (!exists(server, "select 1 from pg_database where datname = ?", DATABASE)) {
            server.sql("create database serai owner serai").update();
        }
        return address(DATABASE, OWNER);
    }

    /** The same, as it was made before. */
    DatabaseAddress known() {
        return address(DATABASE, OWNER);
    }

    DatabaseAddress withOwnSchema(String name) {
        if (!NAME.matcher(name).matches() || name.equals(OWNER) || name.equals(SUPERUSER)) {
            throw new IllegalArgumentException(
                    "login: '" + name + "' (expected: a new name of lower-case letters and _)");
        }
        owner();
        var database = JdbcClient.create(superuser(DATABASE).unpooled());
        create(database, name);
        database.sql("create schema if not exists " + name + " authorization " + name).update();
        database.sql("alter role " + name + " set search_path = " + name).update();
        return address(DATABASE, name);
    }

    /** Also gives a known login the password that our file has, should they differ. */
    private void create(JdbcClient server, String login) {
        if (!exists(server, "select 1 from pg_roles where rolname = ?", login)) {
            server.sql("create role " + login + " login").update();
        }
        server.sql("alter role " + login + " password '" + password(login) + "'").update();
    }

    private static boolean exists(JdbcClient server, String question, String name) {
        return server.sql(question).param(name).query().optionalValue().isPresent();
    }

    private DatabaseAddress address(String database, String login) {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        return new DatabaseAddress(url, login, password(login));
    }

    private String password(String login) {
        try {
            return passwords.of(login);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the embedded database's passwords", e);
        }
    }
}
