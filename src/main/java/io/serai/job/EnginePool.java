package io.serai.job;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.utils.ConnectionProvider;

/** Lends the engine's connections to the store of jobs, which does not own them. */
record EnginePool(DataSource engine) implements ConnectionProvider {

    @Override
    public Connection getConnection() throws SQLException {
        return engine.getConnection();
    }

    @Override
    public void initialize() {
        // the pool is there before the store
    }

    @Override
    public void shutdown() {
        // the pool outlives the store
    }
}
