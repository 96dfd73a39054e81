package io.serai.channel.webhook;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.database.watch.Watched;
import io.serai.database.watch.Watched.Figure;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long channels have not called, and what of their calls waits. */
@Configuration(proxyBeanMethods = false)
class WebhookFigures {

    /** By the index of accounts' latest calls, and no further back than two months of them. */
    private static final String SILENCE =
            """
            select h.code as channel, h.hook, extract(epoch from now() - max(greatest(l.at, n.at, r.registered_at))) as silence,
                   extract(epoch from min(r.secret_until) - now()) as rest
              from unnest(:codes::text[], :hooks::text[]) h (code, hook)
              join channel_accounts a on a.provider = h.code
               and exists (select from third_party_integrations c where c.account_id = a.id and c.open)
              left join webhook_registrations r on r.account_id = a.id and r.hook = h.hook
              left join lateral (
                   select received_at as at from ota_webhooks
                    where provider = h.code and hook = h.hook and account_id = a.id and received_at > now() - interval '31 days'
                    order by id desc limit 1) l on true
              left join lateral (
                   select received_at as at from ota_webhooks
                    where provider = h.code and hook = h.hook and account_id is null and received_at > now() - interval '31 days'
                    order by id desc limit 1) n on true
             where l.at is not null or n.at is not null or r.registered_at is not null
             group by h.code, h.hook
            """;

    @Bean
    Watched webhookSilence(Channels channels) {
        return new Watched(
                false,
                jdbc ->
                        jdbc.sql(SILENCE)
                                .param("codes", each(channels, hook -> hook.channel().code()))
                                .param("hooks", each(channels, Hook::name)),
                List.of(
                        Figure.seconds(
                                "silence",
                                "serai.webhooks.silence",
                                "Since a channel last called a webhook that is registered, or that it called within a month"),
                        Figure.seconds(
                                "rest",
                                "serai.webhooks.secret.rest",
                                "Until the first secret of a registered webhook ends")));
    }

    @Bean
    Watched webhookCallsWaiting() {
        return Watched.work(
                """
                select 'webhooks' as work, count(*) as waiting, greatest(coalesce(extract(epoch from now() - min(next_try_at)), 0), 0) as late
                  from ota_webhooks where state = 'received'
                """);
    }

    private static String[] each(Channels channels, Function<Hook, String> what) {
        return channels.all().stream()
                .flatMap(WebhookFigures::hooks)
                .map(what)
                .toArray(String[]::new);
    }

    private static Stream<Hook> hooks(Channel channel) {
        return Stream.concat(Stream.of(""), channel.definition().webhooks().keySet().stream())
                .flatMap(
                        name ->
                                channel
                                        .definition()
                                        .hook(name)
                                        .map(rule -> new Hook(channel, name, rule))
                                        .stream());
    }
}
