package io.serai.api;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * By what a request is known again: method, path, query and body. The body is hashed while it is
 * read, and never more of it than is allowed.
 */
public final class RequestHash extends Reader {

    private final Reader body;
    private final long most;
    private final MessageDigest digest;
    private long length;

    /**
     * @param line method, path and query
     * @param body null where there is none
     * @param most the most characters that are read
     */
    RequestHash(String line, @Nullable Reader body, long most) {
        this.body = body == null ? Reader.nullReader() : body;
        this.most = most;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** Method, path and query of a request. */
    static String line(Exchange exchange) {
        Message request = exchange.getMessage();
        return request.getHeader(Exchange.HTTP_METHOD)
                + " "
                + request.getHeader(Exchange.HTTP_PATH)
                + "?"
                + request.getHeader(Exchange.HTTP_QUERY);
    }

    @Override
    public int read(char[] into, int offset, int count) throws IOException {
        int read = body.read(into, offset, count);
        if (read > 0) {
            length += read;
            if (length > most) {
                throw tooLarge(most);
            }
            digest.update(StandardCharsets.UTF_16BE.encode(CharBuffer.wrap(into, offset, read)));
        }
        return read;
    }

    static Problem tooLarge(long most) {
        return new Problem(
                413,
                "Too large",
                "body: more than "
                        + most
                        + " bytes (expected: at most so many, serai.nights.max-body)");
    }

    /** The hash of all of it; what nobody has read is read for it. */
    public String whole() {
        try {
            transferTo(Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        // the body is the server's
    }
}
