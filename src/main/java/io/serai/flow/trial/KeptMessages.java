package io.serai.flow.trial;

import io.serai.vault.Sealer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the last messages of each mapping, sealed. What comes is held in memory, so that no message
 * waits for it, and written every few seconds; a kill loses those since. Of what comes between two
 * writings, no more is held than is kept.
 */
@Component("keptMessages")
public class KeptMessages implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KeptMessages.class);

    private final KeptRows rows;
    private final KeptMessageSettings settings;
    private final Clock clock;
    private Map<String, List<KeptRows.Fresh>> fresh = new HashMap<>();

    KeptMessages(JdbcClient engine, Sealer sealer, KeptMessageSettings settings, Clock clock) {
        this.rows = new KeptRows(engine, sealer);
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether one more of a mapping would be kept now. */
    synchronized boolean wants(String mapping) {
        return fresh.getOrDefault(mapping, List.of()).size() < settings.each();
    }

    /** Keeps one. */
    void add(String mapping, MessageMark mark, MappedMessage message) {
        if (message.size() <= settings.largest().toBytes()) {
            byte[] sealed = rows.seal(message.masked());
            add(
                    new KeptRows.Fresh(
                            mapping,
                            mark.account(),
                            mark.attempt(),
                            mark.at(),
                            mark.textHash(),
                            sealed));
        }
    }

    private synchronized void add(KeptRows.Fresh one) {
        fresh.computeIfAbsent(one.mapping(), mapping -> new ArrayList<>()).add(one);
    }

    /** Writes what came since the last time; what cannot be written is forgotten. */
    public void write() {
        Map<String, List<KeptRows.Fresh>> taken = take();
        taken.forEach(
                (mapping, messages) -> {
                    messages.forEach(rows::add);
                    rows.leave(mapping, settings.each());
                });
    }

    /** Forgets those that were kept long enough; how many. */
    public int purge() {
        Duration keep = settings.each() == 0 ? Duration.ZERO : settings.keep();
        return rows.forget(clock.instant().minus(keep));
    }

    List<KeptMessage> last(String mapping) {
        return rows.last(mapping, settings.each());
    }

    private synchronized Map<String, List<KeptRows.Fresh>> take() {
        Map<String, List<KeptRows.Fresh>> taken = fresh;
        fresh = new HashMap<>();
        return taken;
    }

    @Override
    public void destroy() {
        try {
            write();
        } catch (DataAccessException gone) {
            log.warn("the messages of the last seconds are not kept", gone);
        }
    }
}
