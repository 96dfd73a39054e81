package io.serai.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A door of a mail server that speaks TLS, from the first byte or once STARTTLS asks for it; behind
 * it stands a server that speaks none.
 */
public final class TlsDoor implements AutoCloseable {

    private final SSLContext keys;
    private final int behind;
    private final boolean isAsked;
    private final ServerSocket listening;

    /**
     * Opens one.
     *
     * @param behind the port of the server behind it
     * @param isAsked whether TLS begins once STARTTLS asks for it
     */
    public TlsDoor(SSLContext keys, int behind, boolean isAsked) {
        this.keys = keys;
        this.behind = behind;
        this.isAsked = isAsked;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        begin(this::listen);
    }

    /** Its port. */
    public int port() {
        return listening.getLocalPort();
    }

    private void listen() {
        try {
            while (true) {
                Socket caller = listening.accept();
                begin(() -> serve(caller));
            }
        } catch (IOException closed) {
            // nobody is let in any more
        }
    }

    private void serve(Socket caller) {
        try (Closeable end = caller;
                Socket server = new Socket("localhost", behind)) {
            if (isAsked) {
                ask(caller);
                line(server.getInputStream()); // its greeting was said by the door
            }
            SSLSocket secure =
                    (SSLSocket)
                            keys.getSocketFactory()
                                    .createSocket(caller, null, caller.getPort(), true);
            secure.setUseClientMode(false);
            begin(() -> pass(server, secure));
            secure.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException gone) {
            // whoever called does not trust the certificate, or left
        }
    }

    private static void pass(Socket from, SSLSocket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // either side left
        }
    }

    private static void ask(Socket caller) throws IOException {
        OutputStream out = caller.getOutputStream();
        say(out, "220 localhost");
        String command;
        do {
            command = line(caller.getInputStream()).toUpperCase(Locale.ROOT);
            say(out, command.startsWith("EHLO") ? "250-localhost\r\n250 STARTTLS" : "220 go on");
        } while (!command.equals("STARTTLS"));
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Byte by byte: what follows may be TLS already. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the caller left");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "tls-door");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
