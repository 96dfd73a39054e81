package io.serai.channel.account;

import io.serai.database.watch.Watched;
import io.serai.database.watch.Watched.Figure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom channels do not let in, and how old credentials are. */
@Configuration(proxyBeanMethods = false)
class AccountFigures {

    @Bean
    Watched channelCredentials() {
        return Watched.often(
                """
                select a.provider as channel, count(*) filter (where a.state = 'broken') as refused,
                       extract(epoch from now() - min(a.login_changed_at)) as age,
                       extract(epoch from min(a.login_expires_at) - now()) as rest
                  from channel_accounts a
                 where a.state <> 'trial' and exists (select from third_party_integrations c where c.account_id = a.id and c.state <> 'disconnected')
                 group by a.provider
                """,
                Figure.of(
                        "refused",
                        "serai.accounts.refused",
                        "Accounts whose credentials the channel does not take: none of their calls is made"),
                Figure.seconds(
                        "age",
                        "serai.credentials.age",
                        "Since the oldest credentials in use were changed"),
                Figure.seconds(
                        "rest",
                        "serai.credentials.rest",
                        "Until the first credentials end, where somebody said when they do; below 0 since they did"));
    }
}
