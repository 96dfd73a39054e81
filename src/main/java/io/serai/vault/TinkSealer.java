package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadKey;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Seals with a Tink keyset: the primary key seals, every enabled key opens. */
final class TinkSealer implements Sealer {

    private final Aead aead;
    private final byte[] primaryPrefix;
    private final List<Integer> keyIds;

    TinkSealer(KeysetHandle keys) throws GeneralSecurityException {
        aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        primaryPrefix = ((AeadKey) keys.getPrimary().getKey()).getOutputPrefix().toByteArray();
        keyIds = IntStream.range(0, keys.size()).mapToObj(i -> keys.getAt(i).getId()).toList();
    }

    @Override
    public byte[] seal(byte[] plain, String purpose) {
        try {
            return aead.encrypt(plain, purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("purpose '" + purpose + "': cannot seal", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) {
        try {
            return aead.decrypt(sealed, purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(
                    "purpose '%s': %d bytes do not open (expected: sealed for it by one of the keys %s)"
                            .formatted(purpose, sealed.length, keyIds),
                    e);
        }
    }

    @Override
    public byte[] resealed(byte[] sealed, String purpose) {
        return isUnderPrimary(sealed) ? sealed : seal(open(sealed, purpose), purpose);
    }

    @Override
    public byte[] mark() {
        return primaryPrefix.clone();
    }

    private boolean isUnderPrimary(byte[] sealed) {
        return sealed.length > primaryPrefix.length
                && Arrays.equals(
                        primaryPrefix, 0, primaryPrefix.length, sealed, 0, primaryPrefix.length);
    }
}
