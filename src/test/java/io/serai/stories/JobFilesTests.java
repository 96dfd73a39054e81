package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.flow.FlowFiles;
import io.serai.job.JobView;
import io.serai.job.Jobs;
import io.serai.testing.SeraiOfFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A job is a file of the running Serai. */
class JobFilesTests {

    private static final String JOB =
            """
            - route:
                id: job-bell
                description: Ring the bell
                from:
                  id: bell-due
                  uri: job:bell
                  parameters:
                    cron: "%s"
                    zone: Europe/Lisbon
                  steps:
                    - setVariable:
                        id: ring
                        name: rung
                        expression:
                          constant:
                            expression: "1"
                            resultType: java.lang.Integer
            """;

    private final SeraiOfFolders folders = SeraiOfFolders.shared();
    private final Jobs jobs = folders.serai().part(Jobs.class);
    private final Path file = folders.routes().resolve("common/job-bell.camel.yaml");

    @AfterEach
    void leaveNoFile() throws IOException {
        Files.deleteIfExists(file);
        await().atMost(Duration.ofSeconds(60)).until(() -> bell().isEmpty());
    }

    @Test
    void isPlannedPlannedAnewRefusedAndForgottenWithItsFile() throws IOException {
        save("0 0 5 * * ?");
        await().atMost(Duration.ofSeconds(60)).until(() -> bell().isPresent());
        assertThat(bell().orElseThrow().does()).isEqualTo("Ring the bell");
        await().atMost(Duration.ofSeconds(60)).until(() -> triggers("0 0 5 * * ?") == 1);

        save("at dawn");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !folders.serai().part(FlowFiles.class).refused().isEmpty());
        await().atMost(Duration.ofSeconds(60)).until(() -> triggers("0 0 5 * * ?") == 1);

        save("0/1 * * * * ?");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> bell().map(JobView::last).filter(run -> run != null).isPresent());
        assertThat(bell().orElseThrow().last().counts()).containsEntry("rung", 1L);

        Files.delete(file);
        await().atMost(Duration.ofSeconds(60)).until(() -> bell().isEmpty());
        await().atMost(Duration.ofSeconds(60)).until(() -> planned() == 0);
    }

    private Optional<JobView> bell() {
        return jobs.find("bell");
    }

    private int planned() {
        return folders.serai()
                .sql()
                .sql("select count(*) from qrtz_triggers where trigger_group = 'bell'")
                .query(Integer.class)
                .single();
    }

    private int triggers(String cron) {
        return folders.serai()
                .sql()
                .sql(
                        "select count(*) from qrtz_cron_triggers where trigger_group = 'bell' and cron_expression = ?")
                .param(cron)
                .query(Integer.class)
                .single();
    }

    private void save(String cron) throws IOException {
        Files.writeString(file, JOB.formatted(cron));
    }
}
