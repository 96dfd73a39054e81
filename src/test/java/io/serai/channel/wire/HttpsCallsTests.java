package io.serai.channel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.serai.channel.NotSent;
import io.serai.testing.Certificate;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class HttpsCallsTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final WireSettings SETTINGS =
            new WireSettings(SOON, SOON, 10, 10, SOON, DataSize.ofMegabytes(1), SOON, SOON, SOON);

    @TempDir static Path folder;
    private static Certificate ours;
    private static Certificate anothers;

    @BeforeAll
    static void makeCertificates() {
        ours = Certificate.of(folder, "dns:localhost");
        anothers = Certificate.of(folder, "dns:channel.example");
    }

    @Test
    void callsAChannelByHttpsThatIsWhoItSaysItIs() throws IOException {
        assertThat(call(ours)).isEqualTo("let in");
    }

    @Test
    void callsNobodyWhoseCertificateIsForAnotherName() {
        assertThatThrownBy(() -> call(anothers))
                .isInstanceOf(NotSent.class)
                .hasCauseInstanceOf(SSLPeerUnverifiedException.class);
    }

    @Test
    void callsNobodyWhoseCertificateNobodyVouchesFor() {
        assertThatThrownBy(
                        () -> {
                            try (Wire wire = new Wire(SETTINGS, null)) {
                                call(ours, wire);
                            }
                        })
                .isInstanceOf(NotSent.class)
                .hasCauseInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void speaksNothingOlderThanTls12() throws IOException {
        try (ServerSocket old = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Wire wire = new Wire(SETTINGS, null, ours.context())) {
            CompletableFuture<byte[]> hello = CompletableFuture.supplyAsync(() -> tls11(old));

            assertThatThrownBy(
                            () ->
                                    wire.call(
                                            new HttpGet("https://localhost:" + old.getLocalPort()),
                                            SOON))
                    .isInstanceOf(NotSent.class)
                    .hasCauseInstanceOf(SSLHandshakeException.class);

            assertThat(offered(hello.join())).containsExactlyInAnyOrder(0x0303, 0x0304);
        }
    }

    @Test
    void callsInPlainHttpNobodyButThisMachine() throws IOException {
        try (Wire wire = new Wire(SETTINGS, null)) {
            assertThatThrownBy(() -> wire.call(new HttpGet("http://192.0.2.1/token"), SOON))
                    .isInstanceOf(NotSent.class)
                    .hasMessageContaining("192.0.2.1")
                    .hasMessageContaining("https");
        }
    }

    private static String call(Certificate certificate) throws IOException {
        try (Wire wire = new Wire(SETTINGS, null, certificate.context())) {
            return call(certificate, wire);
        }
    }

    private static String call(Certificate certificate, Wire wire) throws IOException {
        HttpsServer inn =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inn.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        inn.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 6);
                    exchange.getResponseBody().write("let in".getBytes(UTF_8));
                    exchange.close();
                });
        inn.start();
        try {
            String url = "https://localhost:" + inn.getAddress().getPort() + "/";
            return new String(wire.call(new HttpGet(url), SOON).body(), UTF_8);
        } finally {
            inn.stop(0);
        }
    }

    /** Hears the greeting and answers it in TLS 1.1, with a cipher of that time. */
    private static byte[] tls11(ServerSocket server) {
        try (Socket caller = server.accept()) {
            InputStream in = caller.getInputStream();
            byte[] head = in.readNBytes(5);
            byte[] hello = in.readNBytes((head[3] & 0xff) << 8 | head[4] & 0xff);
            byte[] answer = new byte[5 + 4 + 38];
            byte[] begin = {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2};
            System.arraycopy(begin, 0, answer, 0, begin.length);
            answer[answer.length - 2] = 0x2f;
            caller.getOutputStream().write(answer);
            caller.getOutputStream().flush();
            in.readAllBytes();
            return hello;
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** The versions in the extension supported_versions (43) of a greeting. */
    private static List<Integer> offered(byte[] hello) {
        ByteBuffer read = ByteBuffer.wrap(hello);
        read.position(4 + 2 + 32);
        read.position(read.position() + 1 + read.get(read.position()));
        read.position(read.position() + 2 + read.getShort(read.position()));
        read.position(read.position() + 1 + read.get(read.position()));
        read.getShort();
        List<Integer> versions = new ArrayList<>();
        while (read.remaining() >= 4) {
            int type = read.getShort();
            int length = read.getShort();
            if (type == 43) {
                for (int left = read.get() / 2; left > 0; left--) {
                    versions.add(read.getShort() & 0xffff);
                }
            } else {
                read.position(read.position() + length);
            }
        }
        return versions;
    }
}
