package io.serai.database.watch;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A question to the database whose answer is shown as gauges, one for each row and figure. Columns
 * that are no figure are tags, so there must be few different ones; the channel's is named {@code
 * channel} and is the name that the database has for it. A figure that is null is not shown.
 *
 * @param seldom whether it is asked every few minutes only, since it costs more
 * @param question what is asked; it has to stay cheap however much there is
 * @param figures what of it is shown
 */
public record Watched(
        boolean seldom, Function<JdbcClient, StatementSpec> question, List<Figure> figures) {

    /**
     * One number of each row.
     *
     * @param column of the answer
     * @param name of the gauge
     * @param unit of the gauge; null for a count or a share
     * @param description what it says
     */
    public record Figure(String column, String name, @Nullable String unit, String description) {

        /** A count or a share. */
        public static Figure of(String column, String name, String description) {
            return new Figure(column, name, null, description);
        }

        /** So many seconds. */
        public static Figure seconds(String column, String name, String description) {
            return new Figure(column, name, "seconds", description);
        }
    }

    /** Asked every few seconds. */
    public static Watched often(String sql, Figure... figures) {
        return new Watched(false, jdbc -> jdbc.sql(sql), List.of(figures));
    }

    /**
     * Work that waits, asked every few seconds.
     *
     * @param sql answers {@code work}, a name, {@code waiting}, how much of it, and {@code late},
     *     by how many seconds the first of it is behind its time; null where that means nothing
     */
    public static Watched work(String sql) {
        return often(
                sql,
                Figure.of("waiting", "serai.work.waiting", "Work that waits"),
                Figure.seconds(
                        "late", "serai.work.late", "How long the first of it is behind its time"));
    }

    /** Asked every few minutes. */
    public static Watched seldom(String sql, Figure... figures) {
        return new Watched(true, jdbc -> jdbc.sql(sql), List.of(figures));
    }
}
