package io.serai.channel.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.DoorHeaders;
import io.serai.channel.WebhookRule;
import io.serai.channel.WebhookSetUp;
import io.serai.channel.request.ChannelRequests;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The addresses that channels call because Serai registered them there, and when the secrets end
 * that their calls are signed with.
 */
@Component("webhookRegistrations")
public class WebhookRegistrations {

    private static final String ACTOR = "engine:webhooks";

    private final JdbcClient jdbc;
    private final Channels channels;
    private final ChannelRequests requests;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookRegistrations(
            JdbcClient jdbc,
            Channels channels,
            ChannelRequests requests,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.requests = requests;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps what a channel said of a registration: {@code {url, email, until, previousUntil}}. */
    public void keep(@Header(DoorHeaders.ACCOUNT) long account, @Body String text)
            throws JsonProcessingException {
        JsonNode said = json.readTree(text);
        jdbc.sql(
                        """
                        insert into webhook_registrations (account_id, hook, url, email, secret_until, previous_until)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (account_id, hook) do update
                           set url = excluded.url, email = excluded.email, secret_until = excluded.secret_until,
                               previous_until = excluded.previous_until, registered_at = now()
                        """)
                .param(account)
                .param(hook(said.path("url").asText()))
                .param(said.path("url").asText())
                .param(said.path("email").asText())
                .param(timestamp(said.path("until")))
                .param(timestamp(said.path("previousUntil")))
                .update();
    }

    /** Notes what came of a test of what an account registered last: {@code {words}}. */
    public void tested(@Header(DoorHeaders.ACCOUNT) long account, @Body String text)
            throws JsonProcessingException {
        jdbc.sql(
                        """
                        update webhook_registrations set tested_at = ?, test_outcome = ?
                         where account_id = ?
                           and hook = (select hook from webhook_registrations where account_id = ? order by registered_at desc limit 1)
                        """)
                .params(
                        Timestamp.from(clock.instant()),
                        json.readTree(text).path("words").asText(),
                        account,
                        account)
                .update();
    }

    /**
     * Asks for a new secret wherever one ends soon, unless that is asked for already; the one
     * before stays good at the channel until its own end.
     *
     * @return how many are asked for
     */
    public int renew() {
        int asked = 0;
        for (Channel channel : channels.all()) {
            for (String hook : channel.definition().webhooks().keySet()) {
                asked += renew(channel, hook);
            }
            asked += renew(channel, "");
        }
        return asked;
    }

    /** What an account registered for a webhook. */
    public Optional<Registration> find(long account, String hook) {
        return jdbc.sql(
                        """
                        select hook, url, secret_until, previous_until, tested_at, test_outcome
                          from webhook_registrations where account_id = ? and hook = ?
                        """)
                .params(account, hook)
                .query(
                        (row, number) ->
                                new Registration(
                                        row.getString("url"),
                                        instant(row.getTimestamp("secret_until")),
                                        instant(row.getTimestamp("previous_until")),
                                        instant(row.getTimestamp("tested_at")),
                                        row.getString("test_outcome")))
                .optional();
    }

    /**
     * What an account registered.
     *
     * @param url the address that the channel calls
     * @param secretUntil when its secret ends; null where the channel did not say
     * @param previousUntil when the secret before it ends; null where none is good any more
     * @param testedAt when the channel was asked for a test; null when it was not
     * @param testOutcome what came of that
     */
    public record Registration(
            String url,
            @Nullable Instant secretUntil,
            @Nullable Instant previousUntil,
            @Nullable Instant testedAt,
            @Nullable String testOutcome) {}

    private int renew(Channel channel, String hook) {
        WebhookSetUp setUp = channel.definition().hook(hook).map(WebhookRule::setUp).orElse(null);
        if (setUp == null || setUp.by() == null) {
            return 0;
        }
        Instant soon = clock.instant().plus(Duration.ofDays(setUp.renewAhead()));
        List<Due> due =
                jdbc.sql(
                                """
                                select r.url, r.email, min(c.id) as connection
                                  from webhook_registrations r
                                  join third_party_integrations c on c.account_id = r.account_id and c.is_enabled and c.state <> 'disconnected'
                                 where c.provider = ? and r.hook = ? and r.secret_until < ?
                                   and not exists (select from channel_requests q join third_party_integrations i on i.id = q.connection_id
                                                    where i.account_id = r.account_id and q.port = ? and q.settled_at is null)
                                 group by r.account_id, r.url, r.email
                                """)
                        .params(channel.code(), hook, Timestamp.from(soon), setUp.by())
                        .query(
                                (row, number) ->
                                        new Due(
                                                row.getInt("connection"),
                                                row.getString("url"),
                                                row.getString("email")))
                        .list();
        for (Due each : due) {
            ObjectNode wish = json.createObjectNode();
            wish.put("url", each.url()).put("email", each.email());
            requests.ask(each.connection(), setUp.by(), wish, ACTOR);
        }
        return due.size();
    }

    private record Due(int connection, String url, String email) {}

    /** The name after the folder in our own address; empty for the channel's own webhook. */
    private static String hook(String url) {
        String[] names = URI.create(url).getPath().replaceFirst(".*/webhooks/", "").split("/");
        return names.length < 2 ? "" : names[1];
    }

    private static @Nullable Timestamp timestamp(JsonNode text) {
        return text.isTextual() ? Timestamp.from(Instant.parse(text.asText())) : null;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
