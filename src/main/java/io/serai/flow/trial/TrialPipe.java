package io.serai.flow.trial;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a trial and its process say to each other: messages in clear are in memory and in a pipe,
 * and in no file.
 */
final class TrialPipe {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final DataInputStream in;
    private final DataOutputStream out;

    TrialPipe(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    void write(Object said) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(said);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /**
     * What the other said next; null when it ended. Of what a dying Java says beside, no more is
     * held than came, whatever length it would be.
     */
    <T> @Nullable T read(Class<T> what) throws IOException {
        try {
            int length = in.readInt();
            byte[] bytes = length < 0 ? new byte[0] : in.readNBytes(length);
            return bytes.length == length ? JSON.readValue(bytes, what) : null;
        } catch (EOFException ended) {
            return null;
        }
    }
}
