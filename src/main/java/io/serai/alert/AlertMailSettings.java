package io.serai.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How alerts are told by mail.
 *
 * @param host the SMTP server; not set: nobody is told by mail
 * @param port its TCP port
 * @param user who signs in there; not set: nobody does
 * @param password of that user
 * @param security starttls (demanded), tls (from the first byte) or none
 * @param from the sender's address
 * @param to who is told of all hotels' alerts, and of Serai's own
 * @param hotels who is told of a hotel's alerts, by its code
 * @param deadline how long each step of sending may take
 */
@ConfigurationProperties("serai.alerts.mail")
record AlertMailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("starttls") String security,
        @DefaultValue("serai@localhost") String from,
        @DefaultValue List<String> to,
        @DefaultValue Map<String, List<String>> hotels,
        @DefaultValue("20s") Duration deadline) {

    AlertMailSettings {
        if (!List.of("starttls", "tls", "none").contains(security)) {
            throw new IllegalArgumentException(
                    "serai.alerts.mail.security: '"
                            + security
                            + "' (expected: starttls, tls or none)");
        }
    }

    /** Whether there is a server that takes mail. */
    boolean isSet() {
        return host != null && !host.isBlank();
    }

    @Override
    public String toString() {
        return "mail by " + host + ":" + port;
    }
}
