package io.serai.bench;

import java.io.IOException;
import java.time.Duration;

/** One of the Serai of a stage: a process at a port of its own. */
final class Instance {

    private static final Duration TO_START = Duration.ofMinutes(3);

    private final String name;
    private final JavaProcess process;
    private final ChannelDesk face;

    Instance(String name, JavaProcess process, int port) {
        this.name = name;
        this.process = process;
        this.face = new ChannelDesk("http://127.0.0.1:" + port);
    }

    String name() {
        return name;
    }

    /** Where its pages and API are. */
    String url() {
        return face.url();
    }

    JavaProcess process() {
        return process;
    }

    boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended by itself; see " + process.log());
        }
        try {
            return face.status(url() + "/actuator/health/readiness") == 200;
        } catch (IOException e) {
            return false;
        }
    }

    void awaitReady() {
        Patience.until(TO_START, name + " is ready", this::isReady, () -> "see " + process.log());
    }
}
