package io.serai.hotel;

import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A hotel to look at where there is none yet: five room types, three rate plans, 550 nights. */
@Component
public class FirstHotel {

    /** The code by which it is known again. */
    public static final String CODE = "quinta-do-mar";

    private static final Logger LOG = LoggerFactory.getLogger(FirstHotel.class);
    private static final ClassPathResource SCRIPT = new ClassPathResource("first-hotel.sql");

    private final JdbcTemplate jdbc;

    FirstHotel(DataSource engine) {
        this.jdbc = new JdbcTemplate(engine);
    }

    /** Writes it whole or not at all, and never beside another hotel. */
    @Transactional
    public void writeIfNone() {
        jdbc.queryForList(
                "select pg_advisory_xact_lock(hashtext('first hotel')),"
                        + " set_config('serai.actor', 'engine:first-hotel', true)");
        if (jdbc.queryForObject("select count(*) from hotels", Long.class) == 0L) {
            jdbc.execute(
                    (java.sql.Connection connection) -> {
                        ScriptUtils.executeSqlScript(connection, SCRIPT);
                        return null;
                    });
            LOG.info("A first hotel was made to look at: {}", CODE);
        }
    }

    /** Its id; empty where it was never made, or is gone. */
    public Optional<Integer> find() {
        return JdbcClient.create(jdbc)
                .sql("select id from hotels where code = ?")
                .param(CODE)
                .query(Integer.class)
                .optional();
    }
}
