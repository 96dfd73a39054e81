package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.AesGcmParameters.Variant;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.springframework.util.ConcurrentLruCache;

/**
 * A data key (AES-256-GCM) for each reservation's guests and revisions, kept only wrapped by the
 * master key: deleting the wrapped key erases all that was sealed with it.
 */
public final class PersonalKeys {

    private static final String PURPOSE = "personal-key";
    private static final int KEY_BYTES = 32;

    private final Sealer master;
    private final ConcurrentLruCache<ByteBuffer, Aead> unwrapped;

    PersonalKeys(Sealer master, int openKeys) {
        this.master = master;
        this.unwrapped = new ConcurrentLruCache<>(openKeys, this::unwrap);
    }

    /** A new key, wrapped: store it beside what it is to seal. 65 bytes. */
    public byte[] newKey() {
        var key = SecretBytes.randomBytes(KEY_BYTES);
        return master.seal(key.toByteArray(InsecureSecretKeyAccess.get()), PURPOSE);
    }

    /** Seals for a purpose; adds 28 bytes. */
    public byte[] seal(byte[] wrappedKey, byte[] plain, String purpose) {
        try {
            return aead(wrappedKey).encrypt(plain, purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("purpose '" + purpose + "': cannot seal", e);
        }
    }

    /**
     * Opens what {@link #seal} gave.
     *
     * @throws SealBroken if it was sealed with another key or for another purpose, or was changed
     */
    public byte[] open(byte[] wrappedKey, byte[] sealed, String purpose) {
        try {
            return aead(wrappedKey).decrypt(sealed, purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(
                    "purpose '%s': %d bytes do not open (expected: sealed for it by this personal key)"
                            .formatted(purpose, sealed.length),
                    e);
        }
    }

    /** The same key wrapped by the master's primary key; the array given if it is already. */
    public byte[] rewrapped(byte[] wrappedKey) {
        return master.resealed(wrappedKey, PURPOSE);
    }

    private Aead aead(byte[] wrappedKey) {
        return unwrapped.get(ByteBuffer.wrap(wrappedKey.clone()));
    }

    private Aead unwrap(ByteBuffer wrapped) {
        try {
            var bytes = master.open(wrapped.array(), PURPOSE);
            var key =
                    AesGcmKey.builder()
                            .setParameters(
                                    AesGcmParameters.builder()
                                            .setKeySizeBytes(KEY_BYTES)
                                            .setIvSizeBytes(12)
                                            .setTagSizeBytes(16)
                                            .setVariant(Variant.NO_PREFIX)
                                            .build())
                            .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                            .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal key: cannot be used", e);
        }
    }
}
