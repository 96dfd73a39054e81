package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.WebhookRule;
import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.Kill;
import io.serai.testing.RunningSerai;
import io.serai.testing.SeraiOfFolders;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A webhook call whose keeping is killed: the channel gets no answer, and calls again. */
class WebhookKilledTests {

    private static final RunningSerai SERAI = SeraiOfFolders.shared().serai();

    private final WebhookIntake intake = SERAI.part(WebhookIntake.class);
    private final Channel channel =
            SERAI.part(Channels.class).all().stream()
                    .filter(it -> it.definition().webhook() != null)
                    .findFirst()
                    .orElseThrow();
    private final long account =
            SERAI.part(ChannelAccounts.class)
                    .take(
                            channel.code(),
                            "Killed",
                            Map.of("api_key", UUID.randomUUID().toString()));
    private final String id = UUID.randomUUID().toString();

    @Test
    void keepsACallOnceWhereverItIsKilled() {
        int steps = 0;
        for (int step = 1; ; step++) {
            int n = step;
            Throwable killed = catchThrowable(() -> Kill.beforeStep(n, this::take));
            if (killed == null) {
                break;
            }
            assertThat(killed).hasStackTraceContaining("Killed");
            assertThat(kept()).as("killed at step %s", n).isZero();
            steps++;
        }

        assertThat(steps).isGreaterThan(1);
        assertThat(kept()).isEqualTo(1);
        take();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void keepsACallOnceThatIsKilledBeforeItIsAnswered() {
        Throwable killed = catchThrowable(() -> Kill.afterCommit(this::take));

        take();

        assertThat(killed).isNotNull();
        assertThat(kept()).isEqualTo(1);
    }

    private void take() {
        intake.take(
                new Hook(channel, "killed", rule()),
                List.of(account),
                null,
                "{\"id\":\"%s\",\"at\":\"%s\"}".formatted(id, id).getBytes(UTF_8),
                "application/json");
    }

    private int kept() {
        return SERAI.sql()
                .sql("select count(*) from ota_webhooks where message_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private static WebhookRule rule() {
        return new WebhookRule(
                "basic",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "/id",
                List.of("/at"),
                null,
                null,
                null,
                null,
                0,
                null,
                null);
    }
}
