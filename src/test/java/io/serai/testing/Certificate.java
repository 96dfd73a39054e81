package io.serai.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/** A certificate that was made for a test, with its key, and an SSL context that trusts it. */
public record Certificate(Path file, SSLContext context) {

    /** What opens the file. */
    public static final String PASSWORD = "changeit";

    /**
     * Makes one.
     *
     * @param names what it is for, as {@code dns:localhost,ip:127.0.0.1}
     */
    public static Certificate of(Path folder, String names) {
        try {
            Path file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
            String keytool = System.getProperty("java.home") + File.separator + "bin/keytool";
            Process made =
                    new ProcessBuilder(
                                    keytool,
                                    "-genkeypair",
                                    "-alias",
                                    "serai",
                                    "-keyalg",
                                    "EC",
                                    "-dname",
                                    "CN=test",
                                    "-ext",
                                    "san=" + names,
                                    "-keystore",
                                    file.toString(),
                                    "-storepass",
                                    PASSWORD)
                            .inheritIO()
                            .start();
            if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
                throw new IllegalStateException("keytool: no certificate was made");
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD.toCharArray());
            }
            SSLContext context =
                    SSLContexts.custom()
                            .loadKeyMaterial(keys, PASSWORD.toCharArray())
                            .loadTrustMaterial(keys, null)
                            .build();
            return new Certificate(file, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
