package io.serai.database;

import static java.util.Objects.requireNonNull;

import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where a PostgreSQL database is and who signs in to it. The password never shows in {@link
 * #toString()}.
 */
public record DatabaseAddress(String url, String user, String password) {

    public DatabaseAddress {
        requireNonNull(user, "user");
        requireNonNull(password, "password");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "url: '"
                            + url.split("[?@]")[0]
                            + "' (expected: jdbc:postgresql://host/database)");
        }
    }

    /** Opens a new connection each time; for the few statements that need no pool. */
    public DataSource unpooled() {
        var source = new DriverManagerDataSource(url, user, password);
        source.setConnectionProperties(properties("serai"));
        return source;
    }

    /**
     * How Serai's connections work: an error names no values of rows, for they may be a guest's.
     *
     * @param name by which the database's administrator knows the connection
     */
    static Properties properties(String name) {
        var properties = new Properties();
        properties.setProperty("ApplicationName", name);
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("prepareThreshold", "3");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    @Override
    public String toString() {
        return user + " at " + url.split("\\?")[0];
    }
}
