package io.serai.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.jspecify.annotations.Nullable;

/** What pgcrypto's {@code pgp_pub_encrypt} wrote. */
final class PgpMessage {

    private final byte[] message;

    PgpMessage(byte[] message) {
        this.message = message;
    }

    /** The text, checked to be unchanged, by whichever of the pairs it was encrypted for. */
    String open(List<PgpKeyPair> pairs) throws PGPException, IOException {
        var packets =
                new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(message)));
        if (!(packets.nextObject() instanceof PGPEncryptedDataList encrypted)) {
            throw new PGPException("no encrypted data (expected: what pgp_pub_encrypt gives)");
        }
        for (var data : encrypted) {
            if (data instanceof PGPPublicKeyEncryptedData forKey) {
                var key = privateKey(pairs, forKey.getKeyIdentifier().getKeyId());
                if (key != null) {
                    return text(forKey, key);
                }
            }
        }
        throw new PGPException("encrypted for none of " + pairs.size() + " stored key pairs");
    }

    private static String text(PGPPublicKeyEncryptedData data, PGPPrivateKey key)
            throws PGPException, IOException {
        var clear = data.getDataStream(new BcPublicKeyDataDecryptorFactory(key));
        if (!(new BcPGPObjectFactory(clear).nextObject() instanceof PGPLiteralData literal)) {
            throw new PGPException("no literal data (expected: uncompressed text)");
        }
        var bytes = literal.getInputStream().readAllBytes();
        if (!data.isIntegrityProtected() || !data.verify()) {
            throw new PGPException("changed since it was sealed (expected: an intact message)");
        }
        return new String(bytes, UTF_8);
    }

    private static @Nullable PGPPrivateKey privateKey(List<PgpKeyPair> pairs, long keyId)
            throws PGPException {
        for (var pair : pairs) {
            var key = pair.privateKey(keyId);
            if (key != null) {
                return key;
            }
        }
        return null;
    }
}
