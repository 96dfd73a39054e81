package io.serai.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens to what the database notifies of. A notice is a hint, never the truth: whoever hears of
 * it also looks by itself from time to time.
 */
@Component
public class Notices implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int WAIT_MILLIS = 500;

    private final DatabaseAddress address;
    private final Map<String, List<Consumer<String>>> hearers = new ConcurrentHashMap<>();
    private volatile boolean running;
    private Thread listener;

    Notices(DatabaseAddress address, @Qualifier("flywayInitializer") Object schema) {
        this.address = address;
    }

    /** Calls the hearer for notices on a channel; to be said before Serai is started. */
    public void hear(String channel, Runnable hearer) {
        hear(channel, text -> hearer.run());
    }

    /**
     * The same with what a notice says; an empty text when listening begins, be it anew: anything
     * may have been said before.
     */
    public void hear(String channel, Consumer<String> hearer) {
        hearers.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(hearer);
    }

    @Override
    public void start() {
        running = true;
        listener = new Thread(this::listen, "database-notices");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        while (running) {
            try (Connection session = address.unpooled().getConnection()) {
                try (Statement statement = session.createStatement()) {
                    for (String channel : hearers.keySet()) {
                        statement.execute("listen " + channel);
                    }
                }
                hearers.values().forEach(all -> all.forEach(hearer -> tell(hearer, "")));
                listen(session.unwrap(PGConnection.class));
            } catch (SQLException e) {
                pause(e);
            }
        }
    }

    private void listen(PGConnection session) throws SQLException {
        while (running) {
            PGNotification[] heard = session.getNotifications(WAIT_MILLIS);
            if (heard != null) {
                Arrays.stream(heard)
                        .map(notice -> new Notice(notice.getName(), notice.getParameter()))
                        .distinct()
                        .forEach(this::tell);
            }
        }
    }

    private record Notice(String channel, String text) {}

    private void tell(Notice notice) {
        hearers.getOrDefault(notice.channel(), List.of())
                .forEach(hearer -> tell(hearer, notice.text()));
    }

    private static void tell(Consumer<String> hearer, String text) {
        try {
            hearer.accept(text);
        } catch (RuntimeException e) {
            LOG.debug("a hearer of the database's notices failed; it looks by itself later", e);
        }
    }

    private void pause(SQLException cause) {
        if (running) {
            LOG.warn("the database's notices are not heard for now: {}", cause.getMessage());
            try {
                Thread.sleep(WAIT_MILLIS);
            } catch (InterruptedException e) {
                running = false;
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        listener.interrupt();
        try {
            listener.join(2L * WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
