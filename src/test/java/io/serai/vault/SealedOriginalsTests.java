package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class SealedOriginalsTests {

    private static final byte[] MESSAGE =
            "<PaymentCard CardNumber=\"4111111111111111\"/>".getBytes(UTF_8);

    private final JdbcClient owner = VaultDatabase.owner();
    private final TransactionTemplate caller =
            new TransactionTemplate(VaultDatabase.transactions());
    private final SealedOriginals originals =
            new SealedOriginals(
                    VaultDatabase.engine(),
                    VaultDatabase.ownTransaction(),
                    VaultDatabase.SEALER,
                    VaultDatabase.hash(),
                    Duration.ofHours(24));

    @BeforeEach
    void empty() {
        owner.sql("delete from sealed_originals").update();
    }

    @Test
    void keepsAMessageSealedAndGivesItBackByteByByte() {
        var id = originals.put(7, "reservations-poll", MESSAGE);

        var row = owner.sql("select o::text from sealed_originals o").query(String.class).single();

        assertThat(originals.open(id)).isEqualTo(MESSAGE);
        assertThat(row).contains("reservations-poll", "," + MESSAGE.length + ",");
        assertThat(row).doesNotContain("4111").doesNotContain("34313131313131");
    }

    @Test
    void keepsAMessageThoughTheCallersTransactionIsLost() {
        var id =
                caller.execute(
                        status -> {
                            status.setRollbackOnly();
                            return originals.put(7, "reservations-poll", MESSAGE);
                        });

        assertThat(originals.open(id)).isEqualTo(MESSAGE);
    }

    @Test
    void forgetsAMessageOnlyWithTheCallersTransaction() {
        var id = originals.put(7, "reservations-poll", MESSAGE);

        caller.executeWithoutResult(
                status -> {
                    originals.delete(id);
                    status.setRollbackOnly();
                });
        assertThat(originals.open(id)).isEqualTo(MESSAGE);
        caller.executeWithoutResult(status -> originals.delete(id));

        assertThatThrownBy(() -> originals.open(id))
                .hasMessage("sealed original " + id + " (expected: one still kept)");
    }

    @Test
    void forgetsWhatIsOlderThanItsTime() {
        var old = originals.put(7, "reservations-poll", MESSAGE);
        owner.sql("update sealed_originals set received_at = now() - interval '25 hours'").update();
        var young = originals.put(7, "reservations-poll", MESSAGE);

        var gone = originals.purge();

        assertThat(gone).isOne();
        assertThat(originals.open(young)).isEqualTo(MESSAGE);
        assertThatThrownBy(() -> originals.open(old)).hasMessageContaining("still kept");
    }
}
