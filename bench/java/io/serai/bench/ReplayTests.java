package io.serai.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayTests {

    @Test
    void losesAndDoublesNothingWhenSeraiIsKilledMeanwhile() throws Exception {
        var small =
                new ReplaySettings(
                        150, 1, 0, 7, 60, Path.of("no such file"), Path.of("target/replay-tests"));

        var differences = new Replay(small, System.out).run();

        assertThat(differences).isEmpty();
    }
}
