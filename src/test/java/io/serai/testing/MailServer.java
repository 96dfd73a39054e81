package io.serai.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A mail server that takes what the running Serai sends; started with it, it ends with the JVM. */
public final class MailServer {

    /** The only user who may sign in, where somebody does. */
    public static final String USER = "serai";

    /** Their password. */
    public static final String PASSWORD = "right";

    private static final GreenMail SERVER = start();

    private MailServer() {}

    /**
     * A mail that came.
     *
     * @param id its Message-ID
     */
    public record Mail(String id, String from, String subject, String text) {}

    /** Its port; it speaks no TLS. */
    public static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** What came for a mail box, in order. */
    public static List<Mail> of(String address) {
        return Arrays.stream(SERVER.getReceivedMessagesForDomain(address))
                .map(MailServer::mail)
                .toList();
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(
                    message.getMessageID(),
                    message.getFrom()[0].toString(),
                    message.getSubject(),
                    String.valueOf(message.getContent()));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static GreenMail start() {
        GreenMail server =
                new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP))
                        .withConfiguration(
                                GreenMailConfiguration.aConfig()
                                        .withUser("serai@hotel.example", USER, PASSWORD));
        server.start();
        return server;
    }
}
