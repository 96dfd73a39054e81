package io.serai.channel;

import static io.serai.channel.Meaning.APPLIED;
import static io.serai.channel.Meaning.ISOLATE;
import static io.serai.channel.Meaning.LATER;
import static io.serai.channel.Meaning.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.serai.channel.RequestRule.Span;
import io.serai.flow.FlowChanged;
import io.serai.flow.FlowFolder;
import io.serai.flow.FlowRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ChannelsTests {

    private static final String INN =
            """
            code: inn.example
            horizon: 500
            fields:
              rooms: { at: room, request: counts, min: 0, max: 99 }
              min-through: { at: product, request: counts, none: 0 }
              max-through: { at: product, request: counts, none: 0 }
              exact-stay: { not-taken: close }
            together: [[min-through, max-through]]
            requests:
              counts: { one: [hotel, month], weekdays: no, updates: 100, in-flight: { hotel: 1 } }
            answers:
              http: { 400: isolate, 5xx: later }
              codes: { "40*": { means: later, retry: internal }, 4100: refused }
              default: refused
            retries: { unreachable: [1m, 2m], internal: [1m], then: hold }
            limits: { counts: { account: "{{inn.limit:75/m}}", hotel: 10/m } }
            polls: { new: { port: reservations-poll, way: asking, every: 5m, between: [1m, 60m] } }
            reservations: { ways: [asking], default: asking }
            sign-in: { kind: basic, user: "{{credential:api_key}}", password: "{{credential:api_secret}}" }
            """;

    @TempDir Path routes;

    @Test
    void readsTheDescriptionOfEveryChannelFolder() {
        Channels channels =
                new Channels(
                        Path.of("routes"),
                        ChannelFiles.reader(
                                Map.of(
                                        "serai.channels.bookingcom.auth-url",
                                        "https://auth.example")),
                        new ChannelSettings());

        assertThat(channels.refused()).isEmpty();
        Channel booking = channels.find("bookingcom").orElseThrow();
        assertThat(channels.byCode("booking.com")).isEqualTo(booking);
        assertThat(booking.endpoint("ari-push")).isEqualTo("direct:bookingcom-ari-push");
        assertThat(booking.definition().access().signIn().url())
                .isEqualTo("https://auth.example/token-based-authentication/exchange");
        assertThat(booking.definition().request("rates").oneOnly(Span.MONTH)).isTrue();
        assertThat(booking.definition().nights().fields("length-of-stay").get("cta").taken())
                .isFalse();
    }

    @Test
    void saysWhatSharedCodeAsksOfAChannel() throws IOException {
        ChannelDefinition inn = channels(INN).byCode("inn.example").definition();

        assertThat(inn.nights().fields().get("rooms"))
                .isEqualTo(
                        new FieldRule(
                                Level.ROOM, "counts", null, Sending.ELEMENT, null, 0, 99, null));
        assertThat(inn.nights().fields().get("exact-stay").notTaken()).isEqualTo(Substitute.CLOSE);
        assertThat(inn.nights().companions("min-through")).containsExactly("max-through");
        assertThat(inn.nights().companions("rooms")).isEmpty();
        assertThat(inn.ownBookings().book()).isEqualTo(OwnBookings.Effect.UNKNOWN);
        assertThat(inn.request("counts").weekdays()).isFalse();
        assertThat(inn.request("counts").inFlight().hotel()).isEqualTo(1);
        assertThat(inn.limits("counts"))
                .containsExactly(
                        entry(
                                "counts",
                                new Limits(
                                        null,
                                        List.of(Limit.parse("75/m")),
                                        List.of(Limit.parse("10/m")),
                                        null,
                                        null)));
        assertThat(inn.limits("elsewhere")).isEmpty();
        assertThat(inn.deadline()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void knowsWhichPortsOnlySomeAccountsHave() throws IOException {
        ChannelDefinition inn =
                channels(INN + "offered-for: { ari-read: parr }\n")
                        .byCode("inn.example")
                        .definition();

        assertThat(inn.markFor("ari-read")).contains("parr");
        assertThat(inn.markFor("ari-push")).isEmpty();
        assertThat(channels(INN + "offered-for: { ari-read: Only Some }\n").refused().get("inn"))
                .contains("offered-for.ari-read: 'Only Some'");
    }

    @Test
    void knowsWhatMustNotBeDoneTwice() throws IOException {
        ChannelDefinition inn =
                channels(INN + "once: [reservation-refund]\n").byCode("inn.example").definition();

        assertThat(inn.once()).containsExactly("reservation-refund");
        assertThat(channels(INN).byCode("inn.example").definition().once()).isEmpty();
        assertThat(channels(INN + "once: [Some Refund]\n").refused().get("inn"))
                .contains("once.0: 'Some Refund'");
    }

    @Test
    void classesStatusesAndCodesByTheNearestRule() throws IOException {
        Answers answers = channels(INN).byCode("inn.example").definition().answers();

        assertThat(answers.ofStatus(200).means()).isEqualTo(APPLIED);
        assertThat(answers.ofStatus(400).means()).isEqualTo(ISOLATE);
        assertThat(answers.ofStatus(503).means()).isEqualTo(LATER);
        assertThat(answers.ofStatus(418).means()).isEqualTo(REFUSED);
        assertThat(answers.ofCode("4006"))
                .extracting(AnswerRule::means, AnswerRule::retry)
                .containsExactly(LATER, "internal");
        assertThat(answers.ofCode("4100").means()).isEqualTo(REFUSED);
        assertThat(answers.ofCode("unheard of").means()).isEqualTo(REFUSED);
    }

    @Test
    void waitsByTheLadderThatIsNamedUntilItEnds() throws IOException {
        Retries retries = channels(INN).byCode("inn.example").definition().retries();

        assertThat(retries.waitAfter(Retries.UNREACHABLE, 2)).contains(Duration.ofMinutes(2));
        assertThat(retries.waitAfter(Retries.UNREACHABLE, 3)).isEmpty();
        assertThat(retries.waitAfter(Retries.LATER, 1)).contains(Duration.ofMinutes(1));
        assertThat(retries.then()).isEqualTo(Retries.End.HOLD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    request: counts, min: 0  | requst: counts, min: 0    | 4  | requst
                    at: room,                | at: floor,                | 4  | floor
                    request: counts, min: 0  | request: prices, min: 0   | 4  | prices
                    updates: 100             | updates: many             | 10 | many
                    horizon: 500             | horizon: 30               | 2  | 30
                    400: isolate             | 400: ignore               | 12 | ignore
                    retry: internal          | retry: forever            | 13 | forever
                    10/m                     | 10 per minute             | 16 | 10 per minute
                    inn.limit:75/m           | inn.limit                 | 16 | inn.limit
                    every: 5m                | every: 2h                 | 17 | '7200s' (expected: from 60s to 3600s)
                    every: 5m                | every: 59s                | 17 | '59s' (expected: from 60s to 3600s)
                    way: asking              | way: telling              | 17 | telling
                    default: asking          | default: telling          | 18 | telling
                    kind: basic              | kind: telepathy           | 19 | telepathy
                    code: inn.example        | code: [unclosed           | 2  | expected
                    horizon: 500             | code: twice               | 2  | twice
                    """)
    void refusesAnErrorNamingFileAndLine(String good, String bad, int line, String met)
            throws IOException {
        assertThat(INN).contains(good);

        Channels channels = channels(INN.replace(good, bad));

        assertThat(channels.refused().get("inn"))
                .startsWith(file() + ":" + line + ": ")
                .contains(met);
        assertThat(channels.all()).isEmpty();
    }

    @Test
    void letsCallsSignInOtherwiseThanTheRest() throws IOException {
        ChannelDefinition inn =
                channels(INN + "sign-ins: { open: { calls: [rooms], kind: none } }\n")
                        .byCode("inn.example")
                        .definition();

        assertThat(inn.access().of("rooms").kind()).isEqualTo(SignIn.Kind.NONE);
        assertThat(inn.access().of("counts").kind()).isEqualTo(SignIn.Kind.BASIC);
        assertThat(inn.access().byToken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a: { calls: [x], kind: none }, b: { calls: [x, y], kind: none } | in one sign-in only
                    a: { kind: none }                                               | calls
                    a: { calls: [x], kind: none, colour: red }                      | colour
                    a: { calls: [x], kind: token, url: "http://a", token: /t, exchanges: 1/5m } | one
                    a: { calls: [x], kind: token, url: "http://a", token: /t, exchanges: 1/5m, form: { a: b } }, b: { calls: [y], kind: token, url: "http://a", token: /t, exchanges: 1/5m, form: { a: b } } | second token
                    """)
    void refusesSignInsThatContradictThemselves(String signIns, String met) throws IOException {
        Channels channels = channels(INN + "sign-ins: { " + signIns + " }\n");

        assertThat(channels.refused().get("inn")).startsWith(file() + ":").contains(met);
    }

    @Test
    void readsWebhooksWithWhatIsUsual() throws IOException {
        ChannelDefinition inn =
                channels(
                                INN
                                        + """
                                        webhook: { verifier: basic }
                                        webhooks: { told: { verifier: hmac-sha256, header: x-sig, signature: { timestamp: x-time, unit: ms, window: 5m } } }
                                        """)
                        .byCode("inn.example")
                        .definition();

        assertThat(inn.hook("").orElseThrow().login().user()).isEqualTo("notification_user");
        WebhookRule told = inn.hook("told").orElseThrow();
        assertThat(told.secrets()).containsExactly("webhook_secret", "webhook_secret_previous");
        assertThat(told.signature().signed()).isEqualTo("{body}");
        assertThat(told.signature().ahead()).isEqualTo(Duration.ofMinutes(5));
        assertThat(told.answer()).isEqualTo(202);
        assertThat(inn.hook("asked")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { verifier: hmac-sha256 }                                       | header
                    { verifier: header }                                            | key
                    { verifier: body-login, login: { user-at: //a } }               | password-at
                    { verifier: bearer-jwt, answered-by: bookings }                 | answered-by
                    { verifier: basic, signature: { encoding: hex } }               | 'signature: not read by verifier basic'
                    { verifier: standard-webhooks, header: x }                      | 'expected: one of [key, secrets]'
                    { verifier: bearer-jwt, token: { keys: "https://a.b/c" } }      | audience
                    { verifier: bearer-jwt, token: { audience: a, keys: "http://a.b/c" } }  | keys
                    { verifier: bearer-jwt, token: { audience: a, keys: "https://a.b/c", algorithms: [HS256] } } | HS256
                    { verifier: client-certificate, certificate: { names: [a], header: b } } | verified
                    { verifier: client-certificate, certificate: { names: [a], fingerprints: [b] } } | certificate
                    { verifier: hmac-sha256, header: x, signature: { window: 5m } } | timestamp
                    { verifier: telepathy }                                         | telepathy
                    { verifier: basic, answer: 404 }                                | 404
                    """)
    void refusesAWebhookThatProvesNothing(String rule, String met) throws IOException {
        Channels channels = channels(INN + "webhook: " + rule + "\n");

        assertThat(channels.refused().get("inn")).contains("webhook").contains(met);
    }

    @Test
    void countsCallsOfSeveralEndpointsTogetherAndSaysWhatIsUrgent() throws IOException {
        String limits =
                """
                limits:
                  in-all: { calls: ["*"], account: [10/s, 200/m sustained 100] }
                  reads: { calls: [counts, bookings], hotel: 5/s, in-flight: { hotel: 1 }, urgency: bulk }
                  bookings: { account: 1/s, urgency: urgent }
                """;
        Channels channels = channels(INN.replaceAll("(?m)^limits: .*\n", limits));
        ChannelDefinition inn = channels.byCode("inn.example").definition();

        assertThat(inn.limits("bookings")).containsOnlyKeys("bookings", "in-all", "reads");
        assertThat(inn.limits("counts")).containsOnlyKeys("in-all", "reads");
        assertThat(inn.limits("elsewhere").get("in-all").account())
                .containsExactly(
                        new Limit(10, Duration.ofSeconds(1), 8),
                        new Limit(200, Duration.ofMinutes(1), 100));
        assertThat(inn.urgency("bookings")).isEqualTo(Urgency.URGENT);
        assertThat(inn.urgency("counts")).isEqualTo(Urgency.BULK);
        assertThat(inn.urgency("elsewhere")).isEqualTo(Urgency.USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reservations-poll",
                "reservation-read",
                "payment-read",
                "bookings-list",
                "undelivered-query",
                "counts"
            })
    void refusesToKeepAnswersThatMayHoldGuestsOrCards(String port) throws IOException {
        String keep = "keep: { " + port + ": { for: 1h } }\ncards: { counts: ['//a'] }\n";
        Channels channels = channels(INN.replaceAll("(?m)^cards: .*\n", "") + keep);

        assertThat(channels.refused().get("inn")).contains("keep.").contains("'" + port + "'");
    }

    @Test
    void refusesASignInThatIsNotByHttps() throws IOException {
        Channels channels =
                channels(
                        INN
                                + """
                                sign-ins:
                                  a: { calls: [x], kind: token, url: "http://a.example", token: /t, exchanges: 1/5m, form: { a: b } }
                                """);

        assertThat(channels.refused().get("inn"))
                .contains("'http://a.example'")
                .contains("expected: https");
    }

    @Test
    void givesItsSettingsWhereNobodySetsThem() throws IOException {
        MockEnvironment environment = new MockEnvironment();
        Files.createDirectories(routes.resolve("inn"));
        ChannelSettings settings = new ChannelSettings();
        environment.getPropertySources().addLast(settings);
        Channels channels = new Channels(routes, ChannelFiles.reader(environment), settings);
        String text = INN.replace("inn.limit:75/m", "serai.channels.inn.limit");

        channels.take(file(), text + "settings: { limit: 9/m }\ncredentials: [api_key]\n");
        assertThat(limit(channels)).isEqualTo(Limit.parse("9/m"));
        assertThat(channels.byCode("inn.example").definition().credentials())
                .containsExactly("api_key");
        assertThat(environment.getProperty("serai.channels.inn.limit")).isEqualTo("9/m");

        channels.take(file(), text + "settings: { limit: 8/m }\n");
        assertThat(limit(channels)).isEqualTo(Limit.parse("8/m"));

        environment.setProperty("serai.channels.inn.limit", "7/m");
        channels.take(file(), text + "settings: { limit: 8/m }\n");
        assertThat(limit(channels)).isEqualTo(Limit.parse("7/m"));
    }

    private static Limit limit(Channels channels) {
        return channels.byCode("inn.example")
                .definition()
                .limits("counts")
                .get("counts")
                .account()
                .get(0);
    }

    @Test
    void keepsTheLastGoodDescriptionWhenAnEditIsBroken() throws IOException {
        Channels channels = channels(INN);
        Files.writeString(file(), INN.replace("code:", "cod:"));

        boolean inForce = channels.reload(file());

        assertThat(inForce).isFalse();
        assertThat(channels.find("inn")).isPresent();
        assertThat(channels.refused()).containsOnlyKeys("inn");
    }

    @Test
    void takesAnEditAndForgetsADeletedFile() throws IOException {
        Channels channels = channels(INN);
        Files.writeString(file(), INN.replace("max: 99", "max: 50"));

        channels.reload(file());
        assertThat(channels.byCode("inn.example").definition().nights().fields().get("rooms").max())
                .isEqualTo(50);

        Files.delete(file());
        channels.reload(file());
        assertThat(channels.all()).isEmpty();
        assertThatThrownBy(() -> channels.byCode("inn.example"))
                .hasMessageContaining("'inn.example'");
    }

    @Test
    void followsAnEditThatIsToldOfAndRefusesABrokenOneWithItsLine() throws IOException {
        Channels channels = channels(INN);
        ChannelFollower follower = new ChannelFollower(channels, routes);

        follower.follow(told(INN.replace("max: 99", "max: 50")));
        assertThatThrownBy(() -> follower.follow(told(INN.replace("max: 99", "max: many"))))
                .isInstanceOfSatisfying(
                        FlowRefused.class, refused -> assertThat(refused.line()).isEqualTo(4))
                .hasMessageContaining("many");

        assertThat(channels.byCode("inn.example").definition().nights().fields().get("rooms").max())
                .isEqualTo(50);
        follower.follow(told(null));
        assertThat(channels.all()).isEmpty();
    }

    private static FlowChanged told(String text) {
        return new FlowChanged(FlowFolder.ROUTES, "inn/channel.yaml", text);
    }

    @Test
    void refusesASecondFolderWithTheSameCode() throws IOException {
        Files.createDirectories(routes.resolve("tavern"));
        Files.writeString(routes.resolve("tavern/channel.yaml"), INN);

        Channels channels = channels(INN);

        assertThat(channels.all()).extracting(Channel::folder).isEqualTo(List.of("inn"));
        assertThat(channels.refused().get("tavern")).contains("inn.example");
    }

    private Channels channels(String text) throws IOException {
        Files.createDirectories(routes.resolve("inn"));
        Files.writeString(file(), text);
        return ChannelFiles.in(routes);
    }

    private Path file() {
        return routes.resolve("inn/channel.yaml");
    }
}
