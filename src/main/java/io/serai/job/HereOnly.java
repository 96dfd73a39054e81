package io.serai.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quartz.TriggerKey;
import org.quartz.impl.jdbcjobstore.NoSuchDelegateException;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.spi.ClassLoadHelper;
import org.slf4j.Logger;

/**
 * Takes from the store only times of jobs whose routes run in this instance. The others are left
 * for who has the route, now or later. Quartz makes it by name, and says in its init string whose
 * jobs are meant.
 */
public class HereOnly extends PostgreSQLDelegate {

    private static final Map<String, Supplier<List<String>>> KNOWN = new ConcurrentHashMap<>();
    private static final String MISSED =
            "from qrtz_triggers where sched_name = ? and misfire_instr <> -1 and next_fire_time < ? and trigger_state = ? and job_name = any(?)";

    private Supplier<List<String>> here = List::of;

    /** Says which jobs are here, under the name that is the init string. */
    static void know(String name, Supplier<List<String>> here) {
        KNOWN.put(name, here);
    }

    @Override
    public void initialize(
            Logger logger,
            String prefix,
            String scheduler,
            String instance,
            ClassLoadHelper classes,
            boolean properties,
            @Nullable String name)
            throws NoSuchDelegateException {
        super.initialize(logger, prefix, scheduler, instance, classes, properties, null);
        here = KNOWN.getOrDefault(name, here);
    }

    @Override
    public List<TriggerKey> selectTriggerToAcquire(
            Connection connection, long latest, long earliest, int most) throws SQLException {
        return keys(
                connection,
                """
                select trigger_name, trigger_group from qrtz_triggers
                 where sched_name = ? and next_fire_time <= ? and trigger_state = ? and job_name = any(?)
                   and (misfire_instr = -1 or next_fire_time >= ?)
                 order by next_fire_time, priority desc limit ?
                """,
                latest,
                STATE_WAITING,
                earliest,
                Math.max(1, most));
    }

    @Override
    public boolean hasMisfiredTriggersInState(
            Connection connection, String state, long before, int most, List<TriggerKey> found)
            throws SQLException {
        List<TriggerKey> all =
                keys(
                        connection,
                        "select trigger_name, trigger_group "
                                + MISSED
                                + " order by next_fire_time, priority desc",
                        before,
                        state);
        boolean more = most >= 0 && all.size() > most;
        found.addAll(more ? all.subList(0, most) : all);
        return more;
    }

    @Override
    public int countMisfiredTriggersInState(Connection connection, String state, long before)
            throws SQLException {
        return keys(connection, "select trigger_name, trigger_group " + MISSED, before, state)
                .size();
    }

    private List<TriggerKey> keys(
            Connection connection, String sql, long time, String state, Object... more)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schedName);
            statement.setLong(2, time);
            statement.setString(3, state);
            statement.setArray(4, connection.createArrayOf("text", here.get().toArray()));
            for (int i = 0; i < more.length; i++) {
                statement.setObject(5 + i, more[i]);
            }
            List<TriggerKey> keys = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(TriggerKey.triggerKey(rows.getString(1), rows.getString(2)));
                }
            }
            return keys;
        }
    }
}
