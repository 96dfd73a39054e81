package io.serai.channel.webhook;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.keep.AnswerCache;
import io.serai.channel.request.ChannelRequests;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes what a channel told by itself where people look for it. */
@Repository("webhookNotes")
public class WebhookNotes {

    private final JdbcClient jdbc;
    private final Channels channels;
    private final ChannelRequests requests;
    private final AnswerCache answers;

    WebhookNotes(
            JdbcClient jdbc, Channels channels, ChannelRequests requests, AnswerCache answers) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * Notes that a hotel changed at its channel: it is read anew, and nothing that was kept of it
     * is taken for true any more.
     *
     * @param step the port that asks after a hotel that is being made; asked at once
     */
    public void hotel(
            @ExchangeProperty(WebhookWork.CALL) StoredCall call,
            @Variable("hotel") String remoteHotel,
            @Variable("step") String step) {
        Long account = call.account();
        Optional<Channel> channel = channels.find(call.channel());
        if (account != null && channel.isPresent()) {
            Set<String> kept = channel.get().definition().keep().keySet();
            requests.lookAnew(account, remoteHotel, step)
                    .forEach(connection -> answers.drop(connection, kept));
        }
    }

    /**
     * Notes in a reservation's history that its channel told something of it, once a call; nothing
     * where no such reservation is known.
     *
     * @param number the channel's number of the reservation
     */
    public void reservation(
            @ExchangeProperty(WebhookWork.CALL) StoredCall call,
            @Variable("number") @Nullable String number) {
        jdbc.sql(
                        """
                        insert into audit (actor, hotel_id, subject, subject_id, act, change)
                        select 'channel:' || r.provider, r.hotel_id, 'reservations', r.id, 'told',
                               jsonb_build_object('kind', :kind::text, 'webhook', :call::bigint)
                          from reservations r join ota_webhooks w on w.id = :call and w.provider = r.provider
                         where r.number = :number and r.hotel_id is not null and (w.account_id is null or r.account_id = w.account_id)
                           and not exists (select from audit a
                                            where a.hotel_id = r.hotel_id and a.subject = 'reservations' and a.subject_id = r.id
                                              and (a.change ->> 'webhook')::bigint = :call)
                        """)
                .param("kind", call.kind())
                .param("call", call.id())
                .param("number", number)
                .update();
    }
}
