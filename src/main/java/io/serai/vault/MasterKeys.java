package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters.Variant;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The master keyset, which seals everything else; one key is primary and seals, all open.
 *
 * <p>Rotation is two steps, so that instances can restart one after the other: {@link #withNewKey}
 * everywhere first, {@link #withNewestPrimary} afterwards.
 */
final class MasterKeys {

    private static final String EXPECTED =
            " (expected: a Tink keyset of AES-256-GCM keys with prefix TINK, in JSON or base64 of it)";

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle keys;

    private MasterKeys(KeysetHandle keys) {
        this.keys = keys;
    }

    /** A keyset of one new key. */
    static MasterKeys generate() {
        try {
            return new MasterKeys(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a master key", e);
        }
    }

    /**
     * Reads a keyset.
     *
     * @param text Tink's JSON, or that in base64
     * @param whence where the text came from, for failures; these never quote the text, nor a cause
     *     that might
     */
    static MasterKeys parse(String text, String whence) {
        try {
            String json =
                    text.strip().startsWith("{")
                            ? text
                            : new String(Base64.getMimeDecoder().decode(text.strip()), UTF_8);
            var keys = TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
            for (int i = 0; i < keys.size(); i++) {
                requireTinkAes256(keys.getAt(i), whence);
            }
            return new MasterKeys(keys);
        } catch (GeneralSecurityException | IllegalArgumentException unquotable) {
            throw new IllegalStateException(
                    "%s: %d characters that are no keyset%s"
                            .formatted(whence, text.length(), EXPECTED));
        }
    }

    private static void requireTinkAes256(KeysetHandle.Entry entry, String whence) {
        if (!(entry.getKey() instanceof AesGcmKey key)
                || key.getParameters().getKeySizeBytes() != 32
                || key.getParameters().getVariant() != Variant.TINK) {
            throw new IllegalStateException(
                    "%s: key %d is %s%s"
                            .formatted(
                                    whence,
                                    entry.getId(),
                                    entry.getKey().getParameters(),
                                    EXPECTED));
        }
    }

    /** The keyset in cleartext: for the key file only. */
    String toJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot write down the master keyset", e);
        }
    }

    /** These keys and a new one, which opens but does not seal yet. */
    MasterKeys withNewKey() {
        var entry =
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId();
        return built(KeysetHandle.newBuilder(keys).addEntry(entry));
    }

    /** These keys, the one added last sealing from now on. */
    MasterKeys withNewestPrimary() {
        var builder = KeysetHandle.newBuilder(keys);
        builder.getAt(builder.size() - 1).makePrimary();
        return built(builder);
    }

    /** The key that seals, alone: what the others sealed does not open any more. */
    MasterKeys onlyPrimary() {
        var builder = KeysetHandle.newBuilder(keys);
        for (int i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        return built(builder);
    }

    /** Which of them seals, counted from 1, the oldest. */
    int sealing() {
        int number = 1;
        while (!keys.getAt(number - 1).isPrimary()) {
            number++;
        }
        return number;
    }

    int size() {
        return keys.size();
    }

    Sealer sealer() {
        try {
            return new TinkSealer(keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master keyset cannot seal", e);
        }
    }

    private static MasterKeys built(KeysetHandle.Builder builder) {
        try {
            return new MasterKeys(builder.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot change the master keyset", e);
        }
    }
}
