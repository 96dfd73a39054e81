package io.serai.channel.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.serai.vault.KeyedHash;
import io.serai.vault.Sealer;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Seals credentials and tokens, and opens them in memory only. */
final class Credentials {

    private static final String LOGIN = "login";
    private static final String TOKEN = "token";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final Sealer sealer;
    private final KeyedHash hash;
    private final CredentialSources sources;

    Credentials(Sealer sealer, KeyedHash hash, CredentialSources sources) {
        this.sealer = sealer;
        this.hash = hash;
        this.sources = sources;
    }

    byte[] seal(Map<String, String> credentials) {
        return sealer.seal(json(credentials).getBytes(UTF_8), LOGIN);
    }

    /**
     * As they go on the wire.
     *
     * @throws CredentialMissing naming what is kept elsewhere and is not there
     */
    Map<String, String> open(byte[] sealed) {
        return sources.read(openKept(sealed));
    }

    /** As they are kept: what is read from elsewhere by where it lies. */
    Map<String, String> openKept(byte[] sealed) {
        try {
            return JSON.readValue(sealer.open(sealed, LOGIN), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new IllegalStateException("sealed login: not credentials", masked(unreadable));
        }
    }

    /** The same for the same credentials of the same channel, and of no use to anybody else. */
    byte[] fingerprint(String provider, Map<String, String> credentials) {
        return hash.of(LOGIN, provider + " " + json(credentials));
    }

    byte[] sealToken(String token) {
        return sealer.seal(token.getBytes(UTF_8), TOKEN);
    }

    String openToken(byte[] sealed) {
        return new String(sealer.open(sealed, TOKEN), UTF_8);
    }

    private static String json(Map<String, String> credentials) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(credentials));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("credentials: not to be written as JSON");
        }
    }

    /** A parser quotes what it met, which is a secret here: its place alone is kept. */
    private static Throwable masked(IOException unreadable) {
        return unreadable instanceof JsonProcessingException json
                ? new IllegalArgumentException("at " + json.getLocation())
                : unreadable;
    }
}
