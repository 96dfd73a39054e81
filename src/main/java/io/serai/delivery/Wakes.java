package io.serai.delivery;

import io.serai.database.Notices;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the dispatcher that there may be something to send: this instance's at once, those of other
 * instances by one notice for all that was committed shortly before.
 */
@Component
public class Wakes {

    private static final Logger log = LoggerFactory.getLogger(Wakes.class);

    private static final String DISPATCHER = "direct:ari-wake";

    private final ProducerTemplate producer;
    private final JdbcClient jdbc;
    private final DeliverySettings settings;
    private final AtomicBoolean noticeDue = new AtomicBoolean();

    Wakes(ProducerTemplate producer, JdbcClient jdbc, DeliverySettings settings, Notices notices) {
        this.producer = producer;
        this.jdbc = jdbc;
        this.settings = settings;
        notices.hear("serai_marks", this::here);
    }

    /** To be called within a transaction that changes nights: after its commit, all are woken. */
    public void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            all();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        all();
                    }
                });
    }

    private void all() {
        here();
        if (noticeDue.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(settings.notice().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::elsewhere);
        }
    }

    private void elsewhere() {
        noticeDue.set(false);
        try {
            jdbc.sql("select pg_notify('serai_marks', '')").query(String.class).single();
        } catch (DataAccessException away) {
            log.warn(
                    "Other instances did not hear of a change, their own clocks wake them: {}",
                    away.getMessage());
        }
    }

    /** The same of this instance's alone, after a while; at once after none. */
    void hereAfter(Duration wait) {
        if (wait.isZero()) {
            here();
            return;
        }
        CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::here);
    }

    /**
     * Wakes this instance's dispatcher. While its route is not there or cannot be called, its own
     * clock wakes it.
     */
    void here() {
        if (producer.getCamelContext().getRoute("ari-wake") == null) {
            return;
        }
        try {
            producer.sendBody(DISPATCHER, "");
        } catch (IllegalStateException | CamelExecutionException notNow) {
            log.warn("The dispatcher is not woken, its own clock will: {}", notNow.getMessage());
        }
    }
}
