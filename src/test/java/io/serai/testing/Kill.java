package io.serai.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Ends a thread's work before its n-th statement or commit, or after its commit, as a kill would.
 */
public final class Kill extends DelegatingDataSource {

    private static final ThreadLocal<Integer> LEFT = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> AFTER_COMMIT = ThreadLocal.withInitial(() -> false);

    /** Thrown where the kill strikes. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public Kill(DataSource target) {
        super(target);
    }

    /** Runs the work; it is killed before step n, counted from 1. */
    public static void beforeStep(int n, Runnable work) {
        LEFT.set(n);
        try {
            work.run();
        } finally {
            LEFT.remove();
        }
    }

    /** Runs the work; it is killed after its commit. */
    public static void afterCommit(Runnable work) {
        AFTER_COMMIT.set(true);
        try {
            work.run();
        } finally {
            AFTER_COMMIT.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection)
                Proxy.newProxyInstance(
                        Kill.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            var isCommit = method.getName().equals("commit");
                            if (isCommit || method.getName().equals("prepareStatement")) {
                                step();
                            }
                            try {
                                var result = method.invoke(connection, arguments);
                                if (isCommit && AFTER_COMMIT.get()) {
                                    throw new Killed();
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static void step() {
        var left = LEFT.get();
        if (left != null) {
            LEFT.set(left - 1);
            if (left == 1) {
                throw new Killed();
            }
        }
    }
}
