package io.serai.channel.webhook;

import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes what a channel told by itself where people look for it. */
@Repository("webhookNotes")
public class WebhookNotes {

    private final JdbcClient jdbc;

    WebhookNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
