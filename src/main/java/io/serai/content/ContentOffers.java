package io.serai.content;

import io.serai.channel.Channel;
import io.serai.channel.ContentKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which kinds of parts a channel takes of an account. */
@Component
class ContentOffers {

    private final CamelContext camel;
    private final JdbcClient jdbc;

    ContentOffers(CamelContext camel, JdbcClient jdbc) {
        this.camel = camel;
        this.jdbc = jdbc;
    }

    /** Whether the channel's folder has a port, and the account may use it. */
    boolean isOffered(Channel channel, long account, String port) {
        Optional<String> mark = channel.definition().markFor(port);
        return camel.getRoute(channel.folder() + "-" + port) != null
                && (mark.isEmpty() || isMarked(account, mark.get()));
    }

    /** How each kind is taken that the account may send. */
    Map<String, ContentKind> kinds(Channel channel, long account) {
        Map<String, ContentKind> kinds = new LinkedHashMap<>();
        channel.definition()
                .content()
                .kinds()
                .forEach(
                        (kind, rule) -> {
                            if (isOffered(channel, account, rule.port())) {
                                kinds.put(kind, rule);
                            }
                        });
        return kinds;
    }

    private boolean isMarked(long account, String mark) {
        return jdbc.sql("select coalesce(account_choice(?, ?), '') = 'true'")
                .params(account, mark)
                .query(Boolean.class)
                .single();
    }
}
