package io.serai.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.alert.ClaimedDigest.Turn;
import io.serai.channel.wire.CallLog;
import io.serai.console.Visitor;
import io.serai.reservation.hook.HookSettings;
import io.serai.testing.Certificate;
import io.serai.testing.MailServer;
import io.serai.testing.MailServer.Mail;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import io.serai.testing.TlsDoor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail to a server that wants TLS and a password, and what is seen where it is not taken. */
class AlertMailTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final SSLContext STRANGERS = SSLContexts.createSystemDefault();

    @TempDir private static Path folder;
    private static Certificate own;

    private SampleHotel hotel;
    private String box;
    private Turn turn;

    @BeforeAll
    static void makeACertificate() {
        own = Certificate.of(folder, "dns:localhost");
    }

    @BeforeEach
    void aReceiverWhomNobodyElseTells() throws Exception {
        SERAI.part(CamelContext.class).getRouteController().stopRoute("alert-due");
        hotel = SampleHotel.another(SERAI.database());
        box = "tls-" + hotel.id() + ".example";
        Receiver.Wish wish =
                new Receiver.Wish(
                        "Desk", Receiver.MAIL, "desk@" + box, List.of(), Severity.NOTE, true);
        long receiver = SERAI.part(ReceiverDesk.class).add(hotel.id(), wish, "user:anna").id();
        turn = new Turn(receiver, Receiver.MAIL, false);
    }

    @AfterEach
    void leaveIt() throws Exception {
        SERAI.sql().sql("delete from alert_receivers where id = ?").param(turn.receiver()).update();
        SERAI.sql()
                .sql("update third_party_integrations set state = 'disconnected' where id = ?")
                .param(hotel.connection())
                .update();
        SERAI.part(CamelContext.class).getRouteController().startRoute("alert-due");
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void tellsNothingToAServerThatIsNotTrustedOrRefusesTheSignInAndSaysSo(String security) {
        test();
        try (TlsDoor door =
                new TlsDoor(own.context(), MailServer.port(), security.equals("starttls"))) {
            send(mail(door.port(), security, MailServer.PASSWORD, STRANGERS));
            assertThat(page())
                    .contains("the mail server&#39;s certificate is not trusted, or not one of");

            send(mail(door.port(), security, "wrong", own.context()));
            assertThat(page()).contains("the mail server refuses the sign-in");
            assertThat(MailServer.of(box)).isEmpty();

            send(mail(door.port(), security, MailServer.PASSWORD, own.context()));
            assertThat(MailServer.of(box)).hasSize(1);
            assertThat(page()).contains(": taken");
            await().atMost(LONG)
                    .untilAsserted(
                            () ->
                                    assertThat(calls("localhost:" + door.port()))
                                            .containsExactly("not taken", "not taken", "applied"));
        }
    }

    /** What became of the mails that left for a server, the first one first. */
    private List<String> calls(String server) {
        return SERAI.sql()
                .sql(
                        """
                        select outcome from ota_sync_logs
                         where kind = 'call' and name = 'alert-tell' and method = 'SMTP' and path = ? and hotel_id = ? and who = 'engine:alerts'
                           and took_ms >= 0 and correlation like 'msg%' order by id
                        """)
                .params(server, hotel.id())
                .query(String.class)
                .list();
    }

    @Test
    void tellsNothingWhereTheServerOffersNoTls() {
        test();

        send(mail(MailServer.port(), "starttls", MailServer.PASSWORD, own.context()));

        assertThat(page()).contains("STARTTLS is required");
        assertThat(MailServer.of(box)).isEmpty();
    }

    @Test
    void sendsTheWholeDigestAgainUnderTheSameIdAndWhatBeganSinceInAnother() {
        SERAI.sql()
                .sql(
                        "update third_party_integrations set state = 'broken', state_reason = 'HTTP 403' where id = ?")
                .param(hotel.connection())
                .update();
        account("login_changed_at = now() - interval '91 days'");
        look();
        send(mail(MailServer.port(), "none", "wrong", STRANGERS));
        List<Map<String, Object>> failed = rows();
        account("state = 'broken'");
        look();

        await().atMost(LONG)
                .until(
                        () -> {
                            claim().ifPresent(it -> telling(right()).send(it));
                            return MailServer.of(box).size() == 2;
                        });

        assertThat(failed)
                .hasSize(2)
                .allMatch(it -> it.get("state").equals("waiting") && it.get("tries").equals(1))
                .extracting(it -> it.get("digest"))
                .containsOnly(failed.get(0).get("digest"));
        assertThat(MailServer.of(box))
                .filteredOn(it -> it.id().equals("<" + failed.get(0).get("digest") + "@serai>"))
                .singleElement()
                .matches(it -> it.subject().startsWith("Serai: 2 alerts, 1 urgent; "));
        assertThat(MailServer.of(box))
                .extracting(Mail::subject)
                .anyMatch(it -> it.startsWith("Serai: Booking.com refuses the credentials"));
        assertThat(rows()).hasSize(3).allMatch(it -> it.get("state").equals("done"));
    }

    private void test() {
        Receiver receiver =
                SERAI.part(AlertReceivers.class)
                        .find(List.of((long) hotel.id()), false, turn.receiver())
                        .orElseThrow();
        SERAI.part(ReceiverDesk.class).test(receiver);
    }

    private void account(String change) {
        SERAI.sql()
                .sql("update channel_accounts set " + change + " where id = ?")
                .param(hotel.account())
                .update();
    }

    private static void look() {
        SERAI.part(AlertWatch.class).look(Instant.now());
    }

    private void send(AlertMail mail) {
        telling(mail).send(await().atMost(LONG).until(this::claim, Optional::isPresent).get());
    }

    private Optional<ClaimedDigest> claim() {
        return SERAI.part(AlertTurns.class).claim(turn);
    }

    private List<Map<String, Object>> rows() {
        return SERAI.sql()
                .sql("select state, tries, digest from alert_messages where receiver_id = ?")
                .param(turn.receiver())
                .query()
                .listOfRows();
    }

    /** What the page of receivers says of it. */
    private String page() {
        String page =
                Visitor.signedIn(Visitor.user("engineer", hotel.id()))
                        .get("/inbox/receivers")
                        .body();
        return page.split("id=\"receiver-" + turn.receiver() + "\"")[1].split("</tr>")[0];
    }

    private static AlertMail right() {
        return mail(MailServer.port(), "none", MailServer.PASSWORD, STRANGERS);
    }

    private static AlertMail mail(int port, String security, String password, SSLContext trusted) {
        return new AlertMail(
                new AlertMailSettings(
                        "localhost",
                        port,
                        MailServer.USER,
                        password,
                        security,
                        "serai@hotel.example",
                        List.of(),
                        Map.of(),
                        Duration.ofSeconds(10)),
                SERAI.part(AlertText.class),
                SERAI.part(CallLog.class),
                SERAI.part(Clock.class),
                trusted);
    }

    private static AlertTelling telling(AlertMail mail) {
        return new AlertTelling(
                SERAI.part(AlertTurns.class),
                SERAI.part(AlertMessages.class),
                SERAI.part(AlertReceivers.class),
                mail,
                SERAI.part(AlertHook.class),
                SERAI.part(AlertSettings.class),
                SERAI.part(HookSettings.class),
                SERAI.part(MeterRegistry.class),
                SERAI.part(Clock.class));
    }
}
