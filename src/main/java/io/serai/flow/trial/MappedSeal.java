package io.serai.flow.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.vault.Sealer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Seals mapped messages, and opens them. */
final class MappedSeal {

    private static final String PURPOSE = "mapped-message";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sealer sealer;

    MappedSeal(Sealer sealer) {
        this.sealer = sealer;
    }

    byte[] seal(MappedMessage message) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            JSON.writeValue(packing, message);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return sealer.seal(packed.toByteArray(), PURPOSE);
    }

    MappedMessage open(byte[] sealed) {
        ByteArrayInputStream packed = new ByteArrayInputStream(sealer.open(sealed, PURPOSE));
        try (GZIPInputStream unpacking = new GZIPInputStream(packed)) {
            return JSON.readValue(unpacking, MappedMessage.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a mapped message is not readable", unreadable);
        }
    }
}
