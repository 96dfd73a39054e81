package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs over HTTP. */
class JobsApiTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private static ApiClient operator;
    private static ApiClient engineer;

    @BeforeAll
    static void users() {
        operator = user("jobs-operator", "operator");
        engineer = user("jobs-engineer", "engineer");
    }

    private static ApiClient user(String login, String role) {
        return ApiClient.user(SERAI, login, role);
    }

    @Test
    void listsEveryJobThatAClockStarts() throws IOException {
        Reply reply = operator.get("/api/jobs");

        assertKeeps(reply, 200, "Jobs");
        assertThat(reply.body().path("jobs").findValuesAsText("name"))
                .contains(
                        "inventory",
                        "payments",
                        "products",
                        "purge",
                        "rates",
                        "read-back",
                        "retention",
                        "stock-check",
                        "webhooks");
        JsonNode purge = operator.get("/api/jobs/purge").body();
        assertThat(purge.path("zone").asText()).isEqualTo("UTC");
        assertThat(purge.path("cron").asText()).isEqualTo("0 7 * * * ?");
        assertThat(purge.path("next").asText()).contains(":07:00");
        assertThat(purge.path("does").asText()).startsWith("Forget");
    }

    @Test
    void runsAJobNowAndShowsTheRun() throws IOException {
        Reply begun = engineer.post("/api/jobs/purge/run");

        assertKeeps(begun, 202, "JobRun");
        String where = begun.whole().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> operator.get(where).body().path("ended").isTextual());
        Reply run = operator.get(where);
        assertKeeps(run, 200, "JobRun");
        assertThat(run.body().path("askedBy").asText()).isEqualTo("user:jobs-engineer");
        assertThat(run.body().path("outcome").asText()).isIn("ok", "nothing");
        assertThat(run.body().path("counts").has("originals")).isTrue();
        Reply runs = operator.get("/api/jobs/purge/runs?limit=1");
        assertKeeps(runs, 200, "JobRuns");
        assertThat(runs.body().path("runs")).hasSize(1);
        String next = runs.body().path("next").asText();
        assertKeeps(operator.get("/api/jobs/purge/runs?before=" + next), 200, "JobRuns");
    }

    @Test
    void refusesToRunWhatRunsAlready() throws IOException {
        JdbcClient sql = SERAI.sql();
        long running =
                sql.sql(
                                "insert into ota_sync_logs (kind, name, outcome, asked_by) values ('run', 'products', 'waiting', 'user:x') returning id")
                        .query(Long.class)
                        .single();

        Reply reply = engineer.post("/api/jobs/products/run");

        assertKeeps(reply, 409, "Problem");
        assertThat(operator.get("/api/jobs/products").body().at("/running/id").asLong())
                .isEqualTo(running);
        sql.sql("update ota_sync_logs set ended_at = now(), outcome = 'nothing' where id = ?")
                .param(running)
                .update();
    }

    @Test
    void runsPausesAndResumesForEngineersAlone() throws IOException {
        assertKeeps(operator.post("/api/jobs/stock-check/run"), 403, "Problem");
        assertKeeps(operator.post("/api/jobs/stock-check/pause"), 403, "Problem");

        Reply paused = engineer.post("/api/jobs/stock-check/pause");

        assertKeeps(paused, 200, "Job");
        assertThat(paused.body().path("paused").asBoolean()).isTrue();
        assertThat(paused.body().path("next").isNull()).isTrue();
        Reply resumed = engineer.post("/api/jobs/stock-check/resume");
        assertKeeps(resumed, 200, "Job");
        assertThat(resumed.body().path("paused").asBoolean()).isFalse();
    }

    @Test
    void saysWhatIsNotThere() throws IOException {
        assertKeeps(operator.post("/api/jobs/tea/run"), 404, "Problem");
        assertKeeps(operator.get("/api/jobs/tea/runs"), 404, "Problem");
        assertKeeps(operator.get("/api/jobs/purge/runs/999999999"), 404, "Problem");
        assertKeeps(operator.get("/api/jobs/purge/runs?limit=0"), 400, "Problem");
    }
}
