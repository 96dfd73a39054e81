package io.serai.channel.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.wire.Answer;
import java.io.IOException;
import java.util.List;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/** A message that a channel sent by itself, XML or JSON, as far as its paths need to be known. */
public final class ReceivedBody {

    private final SafeBody body;

    private ReceivedBody(SafeBody body) {
        this.body = body;
    }

    /**
     * Reads a message by what it looks like.
     *
     * @param contentType its media type; null when none was said
     * @throws IOException when it is neither XML nor JSON, or brings a document type; quotes
     *     nothing of it
     */
    public static ReceivedBody read(byte[] bytes, @Nullable String contentType) throws IOException {
        return new ReceivedBody(
                Incoming.read(new Answer(200, ContentType.parseLenient(contentType), bytes)));
    }

    /** The first text at a path; null when nothing is there. */
    public @Nullable String text(String path) {
        List<String> texts = body.texts(path);
        return texts.isEmpty() ? null : texts.get(0);
    }

    /** Empties what is at a path. */
    public void empty(String path) {
        body.takeCards(List.of(path), fields -> "");
    }

    /** The message as it is now. */
    public String text() throws IOException {
        return new String(body.bytes(), UTF_8);
    }

    SafeBody body() {
        return body;
    }
}
