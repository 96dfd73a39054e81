package io.serai.database;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings below {@code serai.db}.
 *
 * @param url of the external database; none or empty means the embedded one
 * @param user the login that owns the schema
 * @param password of that login
 * @param migrations where Flyway finds the schema
 */
@Validated
@ConfigurationProperties("serai.db")
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("classpath:db/migration") @NotEmpty List<String> migrations,
        @DefaultValue @Valid Embedded embedded,
        @DefaultValue @Valid Pools pool) {

    /**
     * Where the embedded database keeps its files.
     *
     * @param directory its data and passwords
     * @param binaries PostgreSQL's programs, unpacked once for each version
     */
    public record Embedded(
            @DefaultValue("data/postgres") Path directory,
            @DefaultValue("data/postgres-binaries") Path binaries) {}

    /**
     * How many connections are open at most.
     *
     * @param engine for the routes and the dispatcher
     * @param app for the pages and the API
     */
    public record Pools(
            @DefaultValue("24") @Min(2) int engine, @DefaultValue("8") @Min(1) int app) {}

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + "]";
    }
}
