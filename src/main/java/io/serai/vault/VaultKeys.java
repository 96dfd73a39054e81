package io.serai.vault;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Serai's own further keys, kept in the database sealed by the master key: all instances share
 * them.
 */
final class VaultKeys {

    private final JdbcClient jdbc;
    private final Sealer master;

    VaultKeys(JdbcClient jdbc, Sealer master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    /** Whether this database has any, so that a master key sealed something in it. */
    static boolean areIn(JdbcClient jdbc) {
        return jdbc.sql("select exists (select from vault_keys)").query(Boolean.class).single();
    }

    /**
     * The key of this name, made once for all instances, and re-sealed if the master key was
     * rotated.
     */
    byte[] keyOr(String name, Supplier<byte[]> make) {
        var purpose = "vault-key " + name;
        var stored = sealed(name, () -> master.seal(make.get(), purpose));
        try {
            var resealed = master.resealed(stored, purpose);
            if (resealed != stored) {
                jdbc.sql("update vault_keys set sealed = ? where name = ?")
                        .params(resealed, name)
                        .update();
            }
            return master.open(resealed, purpose);
        } catch (SealBroken e) {
            throw MasterKeyRefused.another(e);
        }
    }

    private byte[] sealed(String name, Supplier<byte[]> make) {
        return jdbc.sql("select sealed from vault_keys where name = ?")
                .param(name)
                .query(byte[].class)
                .optional()
                .orElseGet(
                        () -> {
                            jdbc.sql(
                                            """
                                            insert into vault_keys (name, sealed) values (?, ?)
                                            on conflict (name) do nothing
                                            """)
                                    .params(name, make.get())
                                    .update();
                            return jdbc.sql("select sealed from vault_keys where name = ?")
                                    .param(name)
                                    .query(byte[].class)
                                    .single();
                        });
    }
}
