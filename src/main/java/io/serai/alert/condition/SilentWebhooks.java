package io.serai.alert.condition;

import io.serai.alert.AlertKind;
import io.serai.alert.AlertSettings;
import io.serai.alert.Condition;
import io.serai.alert.Found;
import io.serai.channel.Channels;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Webhooks that were called regularly and are not any more, while bookings came by asking. */
@Component
final class SilentWebhooks implements Condition {

    private static final String FOUND =
            "with "
                    + Questions.SERVED
                    + """
            select 'account ' || s.account_id || ' webhook ' || k.hook as subject, s.hotel_id, s.connection_id, s.account_id, s.provider, w.received_at as since,
                   '{channel} calls the webhook ' || coalesce(nullif(k.hook, '') || ' ', '') || 'no more for ' || s.of as title,
                   'The last call came on ' || to_char(w.received_at at time zone 'UTC', 'DD Mon HH24:MI') || ' UTC; bookings that came since had to be asked for' as words,
                   s.page || '/webhooks' as page
              from served s
              join unnest(:providers::text[], :hooks::text[]) k (provider, hook) on k.provider = s.provider
             cross join lateral (
                   select id, received_at from ota_webhooks o
                    where o.provider = k.provider and o.hook = k.hook and o.account_id = s.account_id order by id desc limit 1) w
             where w.received_at < :before
               and (select count(*) from (
                         select from ota_webhooks o
                          where o.provider = k.provider and o.hook = k.hook and o.account_id = s.account_id and o.received_at > w.received_at - interval '7 days'
                          order by id desc limit :least) regular) >= :least
               and exists (select from (select account_id, received_at from reservation_revisions order by id desc limit 20000) v
                            where v.account_id = s.account_id and v.received_at > w.received_at + interval '10 minutes')
            """;

    private final Questions questions;
    private final AlertSettings settings;
    private final Channels channels;

    SilentWebhooks(Questions questions, AlertSettings settings, Channels channels) {
        this.questions = questions;
        this.settings = settings;
        this.channels = channels;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.WEBHOOK_SILENT;
    }

    @Override
    public List<Found> look(Instant now) {
        return questions.ask(
                kind(),
                FOUND,
                asked ->
                        asked.param(
                                        "providers",
                                        hooks().stream().map(it -> it[0]).toArray(String[]::new))
                                .param(
                                        "hooks",
                                        hooks().stream().map(it -> it[1]).toArray(String[]::new))
                                .param("before", Questions.at(now.minus(settings.silent())))
                                .param("least", settings.silentCalls()));
    }

    /** It reads the latest revisions of all hotels. */
    @Override
    public int everyMinutes() {
        return 5;
    }

    /** Each channel's code and the name of a webhook of it; the channel's own has none. */
    private List<String[]> hooks() {
        return channels.all().stream()
                .flatMap(
                        channel ->
                                Stream.concat(
                                                Stream.of(""),
                                                channel.definition().webhooks().keySet().stream())
                                        .distinct()
                                        .map(hook -> new String[] {channel.code(), hook}))
                .toList();
    }
}
