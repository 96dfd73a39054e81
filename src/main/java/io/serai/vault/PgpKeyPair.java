package io.serai.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.jspecify.annotations.Nullable;

/**
 * An OpenPGP key pair of the one form that pgcrypto takes: version 4, RSA, and an encryption subkey
 * (pgcrypto skips the main key, even an RSA key that may encrypt).
 */
final class PgpKeyPair {

    private static final int BITS = 2048;
    private static final int CERTAINTY = 112;
    private static final BigInteger EXPONENT = BigInteger.valueOf(0x10001);

    private final PGPSecretKeyRing ring;

    private PgpKeyPair(PGPSecretKeyRing ring) {
        this.ring = ring;
    }

    /** A new pair; takes a second or so. */
    static PgpKeyPair generate() {
        try {
            var now = new Date();
            var digest = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
            var main = rsa(PublicKeyAlgorithmTags.RSA_GENERAL, now);
            var generator =
                    new PGPKeyRingGenerator(
                            PGPSignature.POSITIVE_CERTIFICATION,
                            main,
                            "Serai",
                            digest,
                            flags(KeyFlags.CERTIFY_OTHER),
                            null,
                            new BcPGPContentSignerBuilder(
                                    main.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                            null);
            generator.addSubKey(
                    rsa(PublicKeyAlgorithmTags.RSA_GENERAL, now),
                    flags(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE),
                    null);
            return new PgpKeyPair(generator.generateSecretKeyRing());
        } catch (PGPException e) {
            throw new IllegalStateException("cannot make an OpenPGP key pair", e);
        }
    }

    /** The pair whose {@link #secret} this is. */
    static PgpKeyPair read(byte[] secret) {
        try {
            return new PgpKeyPair(new PGPSecretKeyRing(secret, new BcKeyFingerprintCalculator()));
        } catch (IOException | PGPException e) {
            throw new IllegalStateException("stored OpenPGP key pair: cannot be read", e);
        }
    }

    /** The secret key ring, unprotected: to be sealed before it is stored. */
    byte[] secret() {
        try {
            return ring.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("OpenPGP key pair: cannot be written", e);
        }
    }

    /** The public key ring, for {@code dearmor}. */
    String publicArmored() {
        var bytes = new ByteArrayOutputStream();
        try (var armor = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            ring.toCertificate().encode(armor);
        } catch (IOException e) {
            throw new IllegalStateException("OpenPGP public key: cannot be written", e);
        }
        return bytes.toString(US_ASCII);
    }

    /** The private key of this id, or null if it is none of this pair's. */
    @Nullable PGPPrivateKey privateKey(long keyId) throws PGPException {
        PGPSecretKey key = ring.getSecretKey(keyId);
        return key == null ? null : key.extractPrivateKey(null);
    }

    private static PGPKeyPair rsa(int algorithm, Date created) throws PGPException {
        var generator = new RSAKeyPairGenerator();
        generator.init(
                new RSAKeyGenerationParameters(EXPONENT, new SecureRandom(), BITS, CERTAINTY));
        return new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4, algorithm, generator.generateKeyPair(), created);
    }

    private static PGPSignatureSubpacketVector flags(int flags) {
        var subpackets = new PGPSignatureSubpacketGenerator();
        subpackets.setKeyFlags(true, flags);
        return subpackets.generate();
    }
}
