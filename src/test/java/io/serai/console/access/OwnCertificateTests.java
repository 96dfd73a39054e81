package io.serai.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.testing.Certificate;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;

class OwnCertificateTests {

    @TempDir static Path folder;
    private static Certificate certificate;

    @BeforeAll
    static void makeACertificate() {
        certificate = Certificate.of(folder, "dns:localhost");
    }

    @Test
    void answersWithItsOwnCertificateByNewTlsOnlyAndKeepsCookiesToIt() {
        serai(
                Map.of(
                        "server.ssl.key-store",
                        certificate.file().toString(),
                        "server.ssl.key-store-password",
                        Certificate.PASSWORD),
                port -> {
                    HttpResponse<String> answer = get("https://localhost:" + port, Map.of());

                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                            .hasValue("max-age=31536000");
                    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                            .contains("; Secure");
                    assertThat(protocols(port)).containsExactly("TLSv1.3", "TLSv1.2");
                });
    }

    @Test
    void keepsCookiesToHttpsWhereANamedProxySpeaksIt() {
        serai(
                Map.of("serai.https.proxies", "127.0.0.1,::1"),
                port -> {
                    String url = "http://localhost:" + port;
                    HttpResponse<String> secure = get(url, Map.of("X-Forwarded-Proto", "https"));
                    HttpResponse<String> plain = get(url, Map.of("X-Forwarded-Proto", "http"));
                    HttpResponse<String> own = get(url, Map.of());

                    assertThat(secure.body()).isEqualTo("https true");
                    assertThat(secure.headers().firstValue("Set-Cookie").orElseThrow())
                            .contains("; Secure");
                    assertThat(secure.headers().map()).containsKey("strict-transport-security");
                    assertThat(plain.statusCode()).isEqualTo(403);
                    assertThat(own.body()).isEqualTo("http false");
                    assertThat(own.headers().firstValue("Set-Cookie").orElseThrow())
                            .doesNotContain("; Secure");
                });
    }

    @Test
    void believesNobodyWhereNoProxyIsNamed() {
        serai(
                Map.of(),
                port ->
                        assertThat(
                                        get(
                                                        "http://localhost:" + port,
                                                        Map.of("X-Forwarded-Proto", "https"))
                                                .statusCode())
                                .isEqualTo(403));
    }

    @Test
    void doesNotStartWhereAnotherPartBelievesWhatCallersSay() {
        runner(Map.of("server.forward-headers-strategy", "framework"))
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining("server.forward-headers-strategy"));
    }

    /** What is to be seen of it at a port. */
    private interface Look {
        void at(int port) throws Exception;
    }

    private static void serai(Map<String, String> settings, Look look) {
        ContextConsumer<AssertableWebApplicationContext> seen =
                context -> {
                    assertThat(context).hasNotFailed();
                    look.at(
                            context.getSourceApplicationContext(
                                            AnnotationConfigServletWebServerApplicationContext
                                                    .class)
                                    .getWebServer()
                                    .getPort());
                };
        runner(settings).run(seen);
    }

    private static WebApplicationContextRunner runner(Map<String, String> settings) {
        return new WebApplicationContextRunner(
                        AnnotationConfigServletWebServerApplicationContext::new)
                .withConfiguration(
                        AutoConfigurations.of(
                                ServletWebServerFactoryAutoConfiguration.class,
                                SslAutoConfiguration.class))
                .withUserConfiguration(HttpsConfiguration.class)
                .withBean(ObjectMapper.class, () -> new ObjectMapper())
                .withBean(
                        ServletRegistrationBean.class,
                        () -> new ServletRegistrationBean<>(new Guest(), "/"))
                .withPropertyValues("server.port=0")
                .withPropertyValues(
                        settings.entrySet().stream()
                                .map(it -> it.getKey() + "=" + it.getValue())
                                .toArray(String[]::new));
    }

    /** Says how it was called, and begins a session. */
    private static final class Guest extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            request.getSession();
            response.getWriter().print(request.getScheme() + " " + request.isSecure());
        }
    }

    private static HttpResponse<String> get(String url, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        headers.forEach(request::header);
        return HttpClient.newBuilder()
                .sslContext(certificate.context())
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The versions in which it greets, of all that there are. */
    private static List<String> protocols(int port) {
        return Stream.of("TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1")
                .filter(
                        version -> {
                            try (SSLSocket socket =
                                    (SSLSocket)
                                            certificate
                                                    .context()
                                                    .getSocketFactory()
                                                    .createSocket("localhost", port)) {
                                socket.setEnabledProtocols(new String[] {version});
                                socket.startHandshake();
                                return true;
                            } catch (IOException refused) {
                                return false;
                            }
                        })
                .toList();
    }
}
