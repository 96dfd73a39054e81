package io.serai.channel.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * A channel's answer, read to its end.
 *
 * @param status the HTTP status
 * @param type its media type; null when it names none
 * @param body its bytes, unpacked; empty when there are none
 */
public record Answer(int status, @Nullable ContentType type, byte[] body) {

    /**
     * Reads and closes an answer.
     *
     * @throws IOException when it is larger than it may be, naming both sizes
     */
    public static Answer read(ClassicHttpResponse response, DataSize most) throws IOException {
        try (response) {
            HttpEntity entity = response.getEntity();
            if (entity == null) {
                return new Answer(response.getCode(), null, new byte[0]);
            }
            return new Answer(response.getCode(), type(entity), bytes(entity, most.toBytes()));
        }
    }

    /** Whether the status is of the class 2xx. */
    public boolean successful() {
        return status / 100 == 2;
    }

    /** The body as text, in the character set it names or UTF-8. */
    public String text() {
        return new String(body, charset());
    }

    /** The character set that the answer names, else UTF-8. */
    public Charset charset() {
        return type == null ? StandardCharsets.UTF_8 : type.getCharset(StandardCharsets.UTF_8);
    }

    /** The size alone: a body may hold anything. */
    @Override
    public String toString() {
        return status + ", " + body.length + " bytes";
    }

    private static @Nullable ContentType type(HttpEntity entity) {
        return ContentType.parseLenient(entity.getContentType());
    }

    private static byte[] bytes(HttpEntity entity, long most) throws IOException {
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes(Math.toIntExact(most + 1));
            if (body.length > most) {
                throw new IOException(
                        "answer: more than "
                                + most
                                + " bytes (expected: at most serai.door.max-response)");
            }
            return body;
        }
    }
}
