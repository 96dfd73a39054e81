package io.serai.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bouncycastle.openpgp.PGPException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens what the database sealed by itself: it holds only the public half of an OpenPGP key pair,
 * made at the first start, which is enough for {@code sealed_by_sql} to seal what arrives as plain
 * SQL within the inserting transaction.
 */
public final class SqlSeal {

    private static final String PURPOSE = "pgp-secret";

    private final JdbcClient jdbc;
    private final Sealer master;

    SqlSeal(JdbcClient jdbc, Sealer master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    /**
     * Makes the key pair if there is none, which takes seconds; until then nothing is sealed within
     * the inserting transaction. Keeps the pair under the newest master key.
     */
    void prepare() {
        if (pairs().isEmpty()) {
            store(PgpKeyPair.generate());
        }
        reseal();
    }

    /**
     * The text that was sealed.
     *
     * @param armored what {@code sealed_by_sql} gave
     * @throws SealBroken if it is no such message, was changed, or its key pair is gone
     */
    public String open(String armored) {
        return open(armored.getBytes(US_ASCII));
    }

    /** As {@link #open(String)}, of the message armored or not. */
    public String open(byte[] message) {
        try {
            return new PgpMessage(message).open(pairs());
        } catch (PGPException | IOException e) {
            throw new SealBroken(
                    "text sealed by SQL: %d bytes do not open".formatted(message.length), e);
        }
    }

    private List<PgpKeyPair> pairs() {
        return jdbc
                .sql("select secret_sealed from vault_pgp_keys order by id desc")
                .query(byte[].class)
                .list()
                .stream()
                .map(secret -> PgpKeyPair.read(master.open(secret, PURPOSE)))
                .toList();
    }

    private void store(PgpKeyPair pair) {
        jdbc.sql("insert into vault_pgp_keys (public_armored, secret_sealed) values (?, ?)")
                .params(pair.publicArmored(), master.seal(pair.secret(), PURPOSE))
                .update();
    }

    private void reseal() {
        for (Map<String, Object> row :
                jdbc.sql("select id, secret_sealed from vault_pgp_keys").query().listOfRows()) {
            var secret = (byte[]) row.get("secret_sealed");
            var resealed = master.resealed(secret, PURPOSE);
            if (resealed != secret) {
                jdbc.sql("update vault_pgp_keys set secret_sealed = ? where id = ?")
                        .params(resealed, row.get("id"))
                        .update();
            }
        }
    }
}
