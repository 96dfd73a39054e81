package io.serai.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class UrgentCallsTests {

    private static final Database DATABASE = Database.fresh();

    private final JdbcClient sql = JdbcClient.create(DATABASE.owner());
    private final StoredCalls calls = new StoredCalls(sql);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void worksOffThoseFirstThatTheirChannelWaitsForTheShortest() {
        received("review", null, 5);
        received("late", 100, 4);
        received("soon", 10, 3);
        received("gone", -10, 2);

        List<String> taken = List.of(next(), next(), next(), next());

        assertThat(taken).containsExactly("gone", "soon", "late", "review");
    }

    private String next() {
        return calls.take(1, Duration.ofMinutes(1), Map.of("inn", "inn")).get(0).kind();
    }

    /** Some minutes ago; its channel waits for so many more. */
    private void received(String kind, Integer minutes, int ago) {
        sql.sql(
                        """
                        insert into ota_webhooks (provider, kind, message_id, body_sealed, state, confirm_by, next_try_at)
                        values ('inn', :kind, :kind, '', 'received', now() + make_interval(mins => :minutes), now() - make_interval(mins => :ago))
                        """)
                .param("kind", kind)
                .param("minutes", minutes, java.sql.Types.INTEGER)
                .param("ago", ago)
                .update();
    }
}
