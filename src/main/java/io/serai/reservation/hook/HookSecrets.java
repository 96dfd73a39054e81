package io.serai.reservation.hook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.serai.vault.Sealer;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes the secrets that sign webhooks, and keeps them sealed. */
@Component
public class HookSecrets {

    private static final String PURPOSE = "hook-secret";
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private final Sealer sealer;
    private final SecureRandom random = new SecureRandom();

    HookSecrets(Sealer sealer) {
        this.sealer = sealer;
    }

    /** A new one, as a receiver takes it: {@code whsec_} and 32 bytes in Base64. */
    public String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** As it is kept. */
    public byte[] seal(String secret) {
        return sealer.seal(secret.getBytes(US_ASCII), PURPOSE);
    }

    /** What was sealed. */
    public String open(byte[] sealed) {
        return new String(sealer.open(sealed, PURPOSE), US_ASCII);
    }
}
