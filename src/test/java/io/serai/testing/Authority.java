package io.serai.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.catalina.connector.Connector;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** An authority that was made for a test, and the certificates that it signs. */
public final class Authority {

    private static final String PASSWORD = "changeit";
    private static final String OWN = "authority";

    private final Path file;

    /** Makes one whose keys are kept in the folder. */
    public Authority(Path folder) throws IOException, InterruptedException {
        file = Files.createTempDirectory(folder, "authority").resolve("keys.p12");
        make(OWN, List.of("-ext", "bc:c"));
    }

    /** Signs a certificate for a host. */
    public Authority sign(String host) throws IOException, InterruptedException {
        make(host, List.of("-ext", "san=dns:" + host, "-signer", OWN));
        return this;
    }

    private void make(String name, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin/keytool");
        command.addAll(List.of("-genkeypair", "-alias", name, "-keyalg", "EC"));
        command.addAll(List.of("-dname", "CN=" + name));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(more);
        Process made = new ProcessBuilder(command).inheritIO().start();
        if (!made.waitFor(60, TimeUnit.SECONDS) || made.exitValue() != 0) {
            throw new IllegalStateException("keytool: no certificate was made for " + name);
        }
    }

    /** The certificate that was signed for a host. */
    public X509Certificate of(String host) throws IOException, GeneralSecurityException {
        return (X509Certificate) keys().getCertificate(host);
    }

    /** Trusts this authority and shows no certificate. */
    public SSLContext nobody() throws IOException, GeneralSecurityException {
        return SSLContexts.custom().loadTrustMaterial(trusted(), null).build();
    }

    /** Trusts another authority and shows the certificate that this one signed for a host. */
    public SSLContext shows(String host, Authority there)
            throws IOException, GeneralSecurityException {
        KeyStore own = empty();
        Certificate[] chain = keys().getCertificateChain(host);
        own.setKeyEntry(
                host, keys().getKey(host, PASSWORD.toCharArray()), PASSWORD.toCharArray(), chain);
        return SSLContexts.custom()
                .loadKeyMaterial(own, PASSWORD.toCharArray())
                .loadTrustMaterial(there.trusted(), null)
                .build();
    }

    /** A connector of Tomcat that speaks TLS for a host and asks for callers' certificates. */
    public Connector connector(String host) throws IOException, GeneralSecurityException {
        SSLHostConfig tls = new SSLHostConfig();
        tls.setCertificateVerification("optional");
        tls.setTrustStore(trusted());
        SSLHostConfigCertificate own =
                new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        own.setCertificateKeystoreFile(file.toString());
        own.setCertificateKeystorePassword(PASSWORD);
        own.setCertificateKeyAlias(host);
        tls.addCertificate(own);
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(tls);
        return connector;
    }

    private KeyStore trusted() throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry(OWN, keys().getCertificate(OWN));
        return trusted;
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        return empty;
    }
}
