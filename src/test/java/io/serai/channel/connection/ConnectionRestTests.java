package io.serai.channel.connection;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ConnectionRestTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private final SampleHotel hotel = SampleHotel.another(SERAI.database());
    private final JdbcClient engine = SERAI.part(JdbcClient.class);
    private final TransactionTemplate transaction = SERAI.part(TransactionTemplate.class);

    @BeforeEach
    void pause() {
        change("is_enabled = false");
    }

    @Test
    void letsWhoeverResumesItMeanwhileGoFirst() {
        StoredConnection there =
                new ConnectionBook().find(engine, hotel.connection()).orElseThrow();
        AtomicReference<Throwable> refused = new AtomicReference<>();

        transaction.executeWithoutResult(
                resuming -> {
                    change("integration_name = 'Resumed'");
                    runAsync(() -> demand(there))
                            .whenComplete((done, failed) -> refused.set(failed.getCause()));
                    await().pollInSameThread()
                            .atMost(Duration.ofSeconds(20))
                            .until(this::isWaitedFor);
                    change("is_enabled = true");
                });

        await().atMost(Duration.ofSeconds(20)).until(() -> refused.get() != null);
        assertThat(refused.get()).hasMessageContaining("it is not paused");
    }

    private void demand(StoredConnection there) {
        ConnectionRest rest = SERAI.part(ConnectionRest.class);
        transaction.executeWithoutResult(status -> rest.demand(there));
    }

    private boolean isWaitedFor() {
        return engine.sql(
                        "select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }

    private void change(String what) {
        engine.sql("update third_party_integrations set " + what + " where id = ?")
                .param(hotel.connection())
                .update();
    }
}
