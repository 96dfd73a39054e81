package io.serai.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The requests of a caller that were answered under a key, in the transaction of their effect.
 *
 * @param caller as the audit names them
 */
record IdempotencyKeys(JdbcClient database, String caller, ObjectMapper json) {

    /**
     * A request that was answered.
     *
     * @param request by what it is known again
     */
    record Earlier(String request, Answer answer) {}

    /**
     * Has this key alone until the transaction ends.
     *
     * @throws Problem 409 while another transaction has it
     */
    void claim(String key) {
        boolean alone =
                database.sql(
                                "select pg_try_advisory_xact_lock(hashtextextended(? || E'\\n' || ?, 17))")
                        .params(caller, key)
                        .query(Boolean.class)
                        .single();
        if (!alone) {
            throw new Problem(
                    409, "Under way", "Idempotency-Key: a request of this key is under way");
        }
    }

    /** What was answered under the key. */
    Optional<Earlier> find(String key) {
        return database.sql(
                        """
                        select request, status, answer, version from idempotency_keys where caller = ? and key = ? and expires_at > now()
                        """)
                .params(caller, key)
                .query(
                        (row, number) ->
                                new Earlier(
                                        row.getString("request"),
                                        new Answer(
                                                row.getInt("status"),
                                                read(row.getString("answer")),
                                                row.getString("version"))))
                .optional();
    }

    /** Keeps an answer, and forgets some of those whose time is over. */
    void keep(String key, String request, Answer answer, Duration most) {
        database.sql(
                        """
                        delete from idempotency_keys where (caller, key) in
                               (select caller, key from idempotency_keys where expires_at <= now() limit 100 for update skip locked)
                        """)
                .update();
        database.sql(
                        """
                        insert into idempotency_keys (caller, key, request, status, answer, version, expires_at)
                        values (?, ?, ?, ?, ?::json, ?, now() + ? * interval '1 second')
                        on conflict (caller, key) do update
                           set request = excluded.request, status = excluded.status, answer = excluded.answer,
                               version = excluded.version, expires_at = excluded.expires_at
                        """)
                .params(
                        caller,
                        key,
                        request,
                        answer.status(),
                        written(answer.body()),
                        answer.version(),
                        most.toSeconds())
                .update();
    }

    private JsonNode read(String answer) {
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
