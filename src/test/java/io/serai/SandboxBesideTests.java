package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxBesideTests {

    private final ApplicationContextRunner seraiOnAGivenDatabase =
            new ApplicationContextRunner().withUserConfiguration(SandboxBeside.class);

    @Test
    void staysOutOfAGivenDatabase() {
        seraiOnAGivenDatabase.run(
                context -> assertThat(context.getBean(SandboxBeside.class).isRunning()).isFalse());
    }

    @Test
    void refusesToBeSwitchedOnWithAGivenDatabase() {
        seraiOnAGivenDatabase
                .withPropertyValues("serai.sandbox.enabled=true")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .hasMessageContaining("serai.sandbox.enabled: 'true'"));
    }
}
