package io.serai.alert;

import io.serai.reservation.hook.HookSecrets;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receivers that stand in the settings: there from the start on, also where their server once
 * answered that they are gone, and gone once they stand there no more.
 */
@Component
class SetReceivers {

    private static final Logger LOG = LoggerFactory.getLogger(SetReceivers.class);

    private final JdbcClient jdbc;
    private final AlertMailSettings mail;
    private final AlertHookSettings hook;
    private final HookSecrets secrets;

    SetReceivers(
            JdbcClient jdbc, AlertMailSettings mail, AlertHookSettings hook, HookSecrets secrets) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.hook = hook;
        this.secrets = secrets;
    }

    /** Makes the receivers those of the settings; others stay as they are. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void take() {
        List<Long> there = new ArrayList<>();
        mail.to().forEach(address -> there.add(put(null, Receiver.MAIL, address, null)));
        mail.hotels()
                .forEach(
                        (code, addresses) ->
                                hotel(code)
                                        .ifPresentOrElse(
                                                hotel ->
                                                        addresses.forEach(
                                                                it ->
                                                                        there.add(
                                                                                put(
                                                                                        hotel,
                                                                                        Receiver
                                                                                                .MAIL,
                                                                                        it,
                                                                                        null))),
                                                () ->
                                                        LOG.warn(
                                                                "serai.alerts.mail.hotels.{}: no such hotel (expected: the code of one)",
                                                                code)));
        String url = hook.url();
        String secret = hook.secret();
        if (url != null && !url.isBlank() && secret != null) {
            there.add(put(null, Receiver.WEBHOOK, url.strip(), secrets.seal(secret)));
        }
        jdbc.sql(
                        "update alert_receivers set is_enabled = true, disabled_reason = null where is_set and disabled_reason is not null and id = any (?)")
                .param(there.toArray(Long[]::new))
                .update();
        jdbc.sql("delete from alert_receivers where is_set and id <> all (?)")
                .param(there.toArray(Long[]::new))
                .update();
    }

    private Optional<Integer> hotel(String code) {
        return jdbc.sql("select id from hotels where code = ?")
                .param(code)
                .query(Integer.class)
                .optional();
    }

    private long put(
            @Nullable Integer hotel, String way, String address, byte @Nullable [] secret) {
        return jdbc.sql(
                        """
                        insert into alert_receivers (hotel_id, name, way, address, least_severity, is_set, secret_sealed)
                        values (:hotel, 'By the settings: ' || :way, :way, :address, 'note', true, :secret)
                        on conflict (way, address, coalesce(hotel_id, 0)) do update set is_set = true, secret_sealed = excluded.secret_sealed
                        returning id
                        """)
                .param("hotel", hotel, Types.INTEGER)
                .param("way", way)
                .param("address", address.strip())
                .param("secret", secret, Types.BINARY)
                .query(Long.class)
                .single();
    }
}
