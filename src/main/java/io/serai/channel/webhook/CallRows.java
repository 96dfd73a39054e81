package io.serai.channel.webhook;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes calls into {@code ota_webhooks}, each message once. */
@Repository
class CallRows {

    private static final String WRITE =
            """
            with calls as (
                 select * from unnest(:keys::text[], :names::text[], :abouts::text[], :providers::text[], :hooks::text[],
                                      :accounts::bigint[], :hotels::text[], :kinds::text[], :bodies::bytea[],
                                      :originals::bigint[], :states::text[], :reasons::text[], :waits::double precision[])
                   with ordinality as c (keys, name, about, provider, hook, account, hotel, kind, body, original, state, reason, waits, n)),
            named as (
                 insert into camel_messageprocessed (processorname, messageid, createdat)
                 select keys, name, now() at time zone 'utc' from calls order by keys, name
                     on conflict do nothing returning processorname, messageid),
            new as (
                 select distinct on (c.keys, c.name) c.*
                   from calls c join named d on d.processorname = c.keys and d.messageid = c.name order by c.keys, c.name, c.n),
            told as (
                 insert into camel_messageprocessed (processorname, messageid, createdat)
                 select keys, about, now() at time zone 'utc' from new where about is not null order by keys, about
                     on conflict do nothing returning processorname, messageid),
            kept as (
                 select * from new where about is null
                  union all
                 (select distinct on (c.keys, c.about) c.*
                    from new c join told t on t.processorname = c.keys and t.messageid = c.about order by c.keys, c.about, c.n)),
            written as (
                 insert into ota_webhooks (provider, hook, account_id, hotel_id, kind, message_id, body_sealed, original_id, state, reason, confirm_by)
                 select k.provider, k.hook, k.account,
                        (select min(c.hotel_id) from third_party_integrations c
                          where c.provider = k.provider and c.remote_hotel = k.hotel and c.state <> 'disconnected'),
                        k.kind, k.name, k.body, k.original, k.state, k.reason, now() + make_interval(secs => k.waits)
                   from kept k order by k.n)
            select n from kept
            """;

    private final JdbcClient jdbc;

    CallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes calls; committed when this returns. A call is known by its own name and by what it is
     * about: when either was kept before, or is an earlier one's here, it is not written. All of it
     * is one statement, a transaction by itself: a further turn to the database would cost a busy
     * machine as much as the writing does.
     *
     * @return for each call in turn whether it was written
     */
    List<Boolean> write(List<CallRow> calls) {
        Set<Integer> fresh =
                jdbc.sql(WRITE)
                        .param("keys", texts(calls, CallRow::keys))
                        .param("names", texts(calls, CallRow::name))
                        .param("abouts", texts(calls, CallRow::about))
                        .param("providers", texts(calls, CallRow::provider))
                        .param("hooks", texts(calls, CallRow::hook))
                        .param("accounts", numbers(calls, CallRow::account))
                        .param("hotels", texts(calls, CallRow::hotel))
                        .param("kinds", texts(calls, CallRow::kind))
                        .param("bodies", calls.stream().map(CallRow::sealed).toArray(byte[][]::new))
                        .param("originals", numbers(calls, CallRow::original))
                        .param("states", texts(calls, CallRow::state))
                        .param("reasons", texts(calls, CallRow::reason))
                        .param("waits", calls.stream().map(CallRow::waits).toArray(Double[]::new))
                        .query(Integer.class)
                        .set();
        return IntStream.rangeClosed(1, calls.size()).mapToObj(fresh::contains).toList();
    }

    private static String[] texts(List<CallRow> calls, Function<CallRow, String> of) {
        return calls.stream().map(of).toArray(String[]::new);
    }

    private static Long[] numbers(List<CallRow> calls, Function<CallRow, Long> of) {
        return calls.stream().map(of).toArray(Long[]::new);
    }
}
