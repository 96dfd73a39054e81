package io.serai.channel.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads what is sent, up to a size and a time. */
final class SentBody {

    private static final int PIECE = 8192;

    private SentBody() {}

    /**
     * The whole body.
     *
     * @throws TooLarge when there is more of it
     * @throws TooSlow when it is not here in time, or its sender went away
     */
    static byte[] read(HttpServletRequest request, int most, Duration within)
            throws TooLarge, TooSlow {
        long end = System.nanoTime() + within.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try {
            InputStream sent = request.getInputStream();
            for (int read = sent.read(piece); read >= 0; read = sent.read(piece)) {
                body.write(piece, 0, read);
                if (body.size() > most) {
                    throw new TooLarge();
                }
                if (System.nanoTime() > end) {
                    throw new TooSlow();
                }
            }
            return body.toByteArray();
        } catch (TooLarge | TooSlow known) {
            throw known;
        } catch (IOException cut) {
            throw new TooSlow();
        }
    }

    /** There is more than may be sent. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** It did not come in time. */
    static final class TooSlow extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
