package io.serai.alert;

import io.serai.testing.SampleHotel;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a condition comes to be, and how it is over, by statements about a hotel's {@code :hotel},
 * {@code :connection}, {@code :account}, {@code :room}, {@code :rate} and {@code :remote}.
 *
 * @param says a part of its title or its words
 */
record Trouble(AlertKind kind, String says, List<String> begins, List<String> ends) {

    private static final String CALLS =
            """
            insert into ota_sync_logs (at, kind, hotel_id, account_id, connection_id, name, status, outcome)
            select now() - interval '10 minutes' + n * interval '1 second', 'call', :hotel, :account, :connection, 'rates', %s, '%s'
              from generate_series(1, %d) n
            """;

    private static final String BOOKING =
            """
            with r as (insert into reservations (hotel_id, account_id, connection_id, provider, number, status, revision)
                       values (:hotel, :account, :connection, 'booking.com', 'N' || :hotel, 'booked', 1) returning id)
            insert into reservation_revisions (hotel_id, account_id, reservation_id, number, revision, kind, content_hash, body_sealed, received_at, half_at, expires_at)
            select :hotel, :account, id, 'N' || :hotel, 1, 'new', '', '', now() - interval '1 hour', %s, %s from r
            """;

    private static final String CONFIRMED =
            "update reservation_revisions set acknowledged_at = now() where hotel_id = :hotel";

    private static final String WEBHOOK =
            """
            insert into ota_webhooks (provider, account_id, message_id, body_sealed, state, received_at)
            select 'booking.com', :account, gen_random_uuid()::text, '', 'done', %s from generate_series(1, %d)
            """;

    static Stream<Trouble> all() {
        return Stream.of(
                new Trouble(
                        AlertKind.CONNECTION_STOPPED,
                        "no such property",
                        List.of(
                                "update third_party_integrations set state = 'broken', state_reason = 'no such property' where id = :connection"),
                        List.of(
                                "update third_party_integrations set state = 'open' where id = :connection")),
                new Trouble(
                        AlertKind.CONNECTION_HELD,
                        "busy",
                        List.of(
                                """
                                insert into claims (connection_id, hotel_id, held_since, words) values (:connection, :hotel, now(), 'busy')
                                on conflict (connection_id) do update set held_since = now(), words = 'busy'
                                """),
                        List.of(
                                "update claims set held_since = null where connection_id = :connection")),
                new Trouble(
                        AlertKind.DATABASE_RESTORED,
                        "The database is older.",
                        List.of(
                                """
                                insert into connection_restores (connection_id, hotel_id, words) values (:connection, :hotel, 'The database is older.')
                                """),
                        List.of(
                                "update connection_restores set waived_at = now() where hotel_id = :hotel")),
                new Trouble(
                        AlertKind.CHANGE_WAITING,
                        "wait too long",
                        List.of(
                                "delete from marks where connection_id = :connection",
                                """
                                insert into marks (connection_id, hotel_id, room_type_id, nights, at)
                                values (:connection, :hotel, :room, '{[2030-01-01,2030-01-02)}', now() - interval '11 minutes')
                                """),
                        List.of("delete from marks where connection_id = :connection")),
                new Trouble(
                        AlertKind.MESSAGES_REFUSED,
                        "2 of the last 11 messages were answered with an error or a warning",
                        List.of(
                                """
                                insert into attempts (hotel_id, connection_id, fence, request, deadline, outcome, updates, cells)
                                select :hotel, :connection, 1, 'rates', now(), case when n < 3 then 'refused' else 'applied' end, 1, 1 from generate_series(1, 11) n
                                """),
                        List.of(
                                """
                                insert into attempts (hotel_id, connection_id, fence, request, deadline, outcome, updates, cells)
                                select :hotel, :connection, 1, 'rates', now(), 'applied', 1, 1 from generate_series(1, 10) n
                                """)),
                new Trouble(
                        AlertKind.MESSAGE_GIVEN_UP,
                        "not today",
                        List.of(
                                """
                                with a as (insert into attempts (hotel_id, connection_id, fence, request, deadline, outcome, words, updates, cells, given_up)
                                           values (:hotel, :connection, 1, 'rates', now(), 'refused', 'not today', 1, 1, true) returning id)
                                insert into refusals (hotel_id, connection_id, remote_id, nights, field, value, words, attempt_id)
                                select :hotel, :connection, :remote, '{[2030-01-01,2030-01-02)}', 'price', '1', 'not today', id from a
                                """),
                        List.of("delete from refusals where connection_id = :connection")),
                new Trouble(
                        AlertKind.CHANNEL_UNREACHABLE,
                        "None of the last 3 calls",
                        List.of(
                                CALLS.formatted("null", "no answer", 2),
                                CALLS.formatted("502", "later", 1)),
                        List.of(
                                "insert into ota_sync_logs (at, kind, account_id, name, status, outcome) values (now(), 'call', :account, 'rates', 200, 'applied')")),
                new Trouble(
                        AlertKind.CALLS_FAILING,
                        "3 of the last 23 calls failed, the last one with 500",
                        List.of(
                                CALLS.formatted("200", "applied", 20),
                                CALLS.formatted("500", "later", 3),
                                CALLS.formatted("404", "refused", 0)),
                        List.of("delete from ota_sync_logs where account_id = :account")),
                new Trouble(
                        AlertKind.CONFIRMATION_LATE,
                        "is not confirmed to Booking.com",
                        List.of(
                                BOOKING.formatted(
                                        "now() - interval '1 minute'",
                                        "now() + interval '40 minutes'")),
                        List.of(CONFIRMED)),
                new Trouble(
                        AlertKind.CONFIRMATION_EXPIRED,
                        "in time",
                        List.of(
                                BOOKING.formatted(
                                        "now() - interval '20 minutes'",
                                        "now() - interval '1 minute'")),
                        List.of(CONFIRMED)),
                new Trouble(
                        AlertKind.WEBHOOK_SILENT,
                        "calls the webhook no more",
                        List.of(
                                WEBHOOK.formatted("now() - interval '7 hours'", 20),
                                BOOKING.formatted("null", "null")),
                        List.of(WEBHOOK.formatted("now()", 1))),
                new Trouble(
                        AlertKind.CREDENTIALS_REFUSED,
                        "Booking.com refuses the credentials of hotel Casa do Mar",
                        List.of(
                                "update channel_accounts set state = 'broken', state_reason = 'HTTP 401' where id = :account"),
                        List.of("update channel_accounts set state = 'ready' where id = :account")),
                new Trouble(
                        AlertKind.CREDENTIALS_ENDING,
                        "end soon",
                        List.of(
                                "update channel_accounts set login_expires_at = now() + interval '13 days' where id = :account"),
                        List.of(
                                "update channel_accounts set login_expires_at = now() + interval '1 year' where id = :account")),
                new Trouble(
                        AlertKind.CREDENTIALS_OLD,
                        "They were last changed on",
                        List.of(
                                "update channel_accounts set login_changed_at = now() - interval '91 days' where id = :account"),
                        List.of(
                                "update channel_accounts set login_changed_at = now() where id = :account")),
                new Trouble(
                        AlertKind.MESSAGES_PARKED,
                        "1 booking could not be processed for hotel Casa do Mar",
                        List.of(
                                """
                                insert into parked_messages (hotel_id, account_id, route, kind, message_key, reason, first_at)
                                values (:hotel, :account, 'reservation-take', 'reservation', 'key', 'Ada Lovelace', now() - interval '11 minutes')
                                """),
                        List.of(
                                "update parked_messages set state = 'discarded' where hotel_id = :hotel")),
                new Trouble(
                        AlertKind.HOOK_PARKED,
                        "given up: 1",
                        List.of(
                                """
                                with s as (insert into hook_subscriptions (hotel_id, url, events, secret_sealed) values (:hotel, 'https://pms.example', '{}', '') returning id)
                                insert into hook_deliveries (hotel_id, subscription_id, event, state) select :hotel, id, 'ping', 'parked' from s
                                """),
                        List.of(
                                "update hook_deliveries set state = 'done' where hotel_id = :hotel")),
                new Trouble(
                        AlertKind.JOB_LATE,
                        "The job rates is late",
                        List.of(
                                """
                                insert into qrtz_job_details (sched_name, job_name, job_group, job_class_name, is_durable, is_nonconcurrent, is_update_data, requests_recovery)
                                values ('serai', 'rates', 'rates', 'none', true, true, false, false)
                                """,
                                """
                                insert into qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, next_fire_time, trigger_state, trigger_type, start_time)
                                values ('serai', 'UTC', 'rates', 'rates', 'rates', extract(epoch from now() - interval '16 minutes') * 1000, 'WAITING', 'CRON', 0)
                                """),
                        List.of(
                                "update qrtz_triggers set next_fire_time = extract(epoch from now() + interval '1 hour') * 1000")),
                new Trouble(
                        AlertKind.JOB_FAILED,
                        "The job rates failed",
                        List.of(
                                "insert into ota_sync_logs (kind, name, outcome, asked_by, ended_at, words) values ('run', 'rates', 'failed', 'clock', now(), 'no route')"),
                        List.of(
                                "insert into ota_sync_logs (kind, name, outcome, asked_by, ended_at) values ('run', 'rates', 'ok', 'clock', now())")),
                new Trouble(
                        AlertKind.NIGHT_OVERSOLD,
                        "Nights: 1, the first is",
                        List.of(
                                "insert into room_nights (room_type_id, night, hotel_id, offered) values (:room, current_date + 3, :hotel, 1)",
                                "update room_nights set sold = 2 where hotel_id = :hotel"),
                        List.of("update room_nights set offered = 2 where hotel_id = :hotel")),
                new Trouble(
                        AlertKind.ALERT_UNTOLD,
                        "given up: 1, the last one: answered 500",
                        List.of(
                                """
                                with r as (insert into alert_receivers (hotel_id, name, way, address) values (:hotel, 'Night desk', 'mail', 'night@hotel.example') returning id)
                                insert into alert_messages (hotel_id, receiver_id, what, state, words) select :hotel, id, 'raised', 'parked', 'answered 500' from r
                                """),
                        List.of("delete from alert_receivers where hotel_id = :hotel")));
    }

    static String of(String statement, SampleHotel hotel) {
        return statement
                .replace(":hotel", Integer.toString(hotel.id()))
                .replace(":connection", Integer.toString(hotel.connection()))
                .replace(":account", Long.toString(hotel.account()))
                .replace(":room", Integer.toString(hotel.roomType()))
                .replace(":remote", Integer.toString(hotel.remoteRate()));
    }

    @Override
    public String toString() {
        return kind.word();
    }
}
