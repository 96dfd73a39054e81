package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;

/**
 * A keyed hash (HMAC-SHA-256) for columns that are searched or compared without being opened: equal
 * for equal text of one purpose, and of no use to who holds the table but not the key.
 *
 * <p>The key is made once and never rotated, since every hash in the database depends on it.
 */
public final class KeyedHash {

    private static final int BYTES = 32;

    private final PrfSet prf;

    KeyedHash(VaultKeys keys) {
        try {
            PrfConfig.register();
            var keyset = keys.keyOr("search", KeyedHash::newKeyset);
            prf =
                    TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                            .getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the keyed hash cannot be used", e);
        }
    }

    /** 32 bytes; the value is taken as it is, so that who wants to find it must write it alike. */
    public byte[] of(String purpose, String value) {
        return of(purpose, value.getBytes(UTF_8));
    }

    /** 32 bytes for bytes; equal to {@link #of(String, String)} of the same in UTF-8. */
    public byte[] of(String purpose, byte[] value) {
        try {
            var input = new ByteArrayOutputStream(purpose.length() + 1 + value.length);
            input.writeBytes(purpose.getBytes(UTF_8));
            input.write(0);
            input.writeBytes(value);
            return prf.computePrimary(input.toByteArray(), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("purpose '" + purpose + "': cannot hash", e);
        }
    }

    private static byte[] newKeyset() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF),
                    InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make the key of the keyed hash", e);
        }
    }
}
