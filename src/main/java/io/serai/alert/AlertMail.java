package io.serai.alert;

import io.serai.channel.wire.Call;
import io.serai.channel.wire.CallLog;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Tells by mail, and has each one remembered as a call is. A mail that is sent again has the same
 * Message-ID.
 */
@Component
class AlertMail {

    private final AlertMailSettings settings;
    private final AlertText text;
    private final CallLog calls;
    private final Clock clock;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @Autowired
    AlertMail(AlertMailSettings settings, AlertText text, CallLog calls, Clock clock) {
        this(settings, text, calls, clock, SSLContexts.createSystemDefault());
    }

    /**
     * @param trusted knows the certificates that are trusted
     */
    AlertMail(
            AlertMailSettings settings,
            AlertText text,
            CallLog calls,
            Clock clock,
            SSLContext trusted) {
        this.settings = settings;
        this.text = text;
        this.calls = calls;
        this.clock = clock;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setUsername(settings.user());
        sender.setPassword(settings.password());
        sender.setDefaultEncoding("UTF-8");
        boolean tls = settings.security().equals("tls");
        sender.setProtocol(tls ? "smtps" : "smtp");
        sender.setJavaMailProperties(properties(tls ? "mail.smtps." : "mail.smtp.", trusted));
    }

    private Properties properties(String of, SSLContext trusted) {
        String deadline = Long.toString(settings.deadline().toMillis());
        boolean starts = settings.security().equals("starttls");
        Properties properties = new Properties();
        properties.put(of + "auth", Boolean.toString(settings.user() != null));
        properties.put(of + "starttls.enable", Boolean.toString(starts));
        properties.put(of + "starttls.required", Boolean.toString(starts));
        properties.put(of + "ssl.checkserveridentity", "true");
        properties.put(of + "ssl.socketFactory", trusted.getSocketFactory());
        properties.put(of + "connectiontimeout", deadline);
        properties.put(of + "timeout", deadline);
        properties.put(of + "writetimeout", deadline);
        return properties;
    }

    /**
     * Sends one.
     *
     * @throws IOException when the server did not take it
     */
    void send(AlertMessage message) throws IOException {
        if (!settings.isSet()) {
            throw new IOException("serai.alerts.mail.host: not set (expected: an SMTP server)");
        }
        Instant at = clock.instant();
        try {
            post(message);
            remember(message, at, "applied");
        } catch (MessagingException | MailException refused) {
            remember(message, at, "not taken");
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(refused);
            throw new IOException(failure(refused, cause) + ": " + words(cause), refused);
        }
    }

    /** Whose address it is need not be known: it is its receiver's. */
    private void remember(AlertMessage message, Instant at, String outcome) {
        String to = settings.host() + ":" + settings.port();
        Duration took = Duration.between(at, clock.instant());
        calls.record(Call.elsewhere(at, message.errand(), "SMTP", to, null, outcome, took));
    }

    private void post(AlertMessage message) throws MessagingException {
        MimeMessage mail = new Named(sender.getSession(), message.id());
        MimeMessageHelper parts = new MimeMessageHelper(mail, "UTF-8");
        parts.setFrom(settings.from());
        parts.setTo(message.address());
        parts.setSubject(text.subject(message));
        parts.setText(text.body(message));
        mail.setHeader("Auto-Submitted", "auto-generated");
        Alert alert = message.first().alert();
        if (alert != null && message.told().size() == 1) {
            mail.setHeader("References", "<alert-" + alert.id() + "@serai>");
        }
        sender.send(mail);
    }

    private String failure(Exception refused, Throwable cause) {
        if (refused instanceof MailAuthenticationException) {
            return "the mail server refuses the sign-in (serai.alerts.mail.user, .password)";
        }
        return cause instanceof GeneralSecurityException || cause instanceof SSLException
                ? "the mail server's certificate is not trusted, or not one of " + settings.host()
                : "the mail server did not take it";
    }

    /** The server's own words, in one line. */
    private static String words(Throwable cause) {
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
    }

    /** A mail that keeps the Message-ID that it is given. */
    private static final class Named extends MimeMessage {

        private final String id;

        private Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@serai>");
        }
    }
}
