package io.serai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The channel's stand-in and Serai, each a process with a PostgreSQL of its own, so that killing
 * Serai kills nothing but Serai. Intervals are short and limits open.
 */
final class Stage implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final JavaProcess sandbox;
    private final JavaProcess serai;
    private final ChannelDesk desk;
    private final OwnDatabase database;
    private final String health;
    private final Thread atExit = new Thread(this::stopAll, "stage-close");

    private Stage(Path work, List<String> settings) throws IOException {
        this.folder =
                Files.createDirectories(
                        work.toAbsolutePath().resolve(LocalDateTime.now().format(NAME)));
        int sandboxPort = JavaProcess.freePort();
        int seraiPort = JavaProcess.freePort();
        this.desk = new ChannelDesk("http://127.0.0.1:" + sandboxPort);
        this.database = new OwnDatabase(folder.resolve("postgres"));
        this.health = "http://127.0.0.1:" + seraiPort + "/actuator/health/readiness";
        this.sandbox = new JavaProcess("512m", folder.resolve("sandbox.log"), sandbox(sandboxPort));
        this.serai =
                new JavaProcess("512m", folder.resolve("serai.log"), serai(seraiPort, settings));
    }

    /**
     * Starts both and waits until both are ready.
     *
     * @param work where a folder for this run is made
     * @param settings of Serai, over those that make it fast
     */
    static Stage open(Path work, String... settings) throws IOException {
        var stage = new Stage(work, List.of(settings));
        Runtime.getRuntime().addShutdownHook(stage.atExit);
        stage.sandbox.start();
        stage.serai.start();
        Patience.until(TO_START, "the sandbox answers", stage.desk::isOpen, stage::logs);
        stage.awaitReady();
        return stage;
    }

    private List<String> sandbox(int port) {
        return List.of(
                "io.serai.Serai",
                "sandbox",
                "--sandbox.port=" + port,
                "--sandbox.db.directory=" + folder.resolve("sandbox"),
                "--sandbox.queue.min-interval=100ms",
                "--sandbox.queue.after-ack=20ms",
                "--sandbox.token.per-hour=1000");
    }

    private List<String> serai(int port, List<String> settings) {
        var arguments = new ArrayList<String>();
        arguments.add("io.serai.Serai");
        arguments.add("--server.port=" + port);
        arguments.add("--serai.sandbox.enabled=false");
        arguments.add("--serai.db.embedded.directory=" + folder.resolve("postgres"));
        arguments.add("--serai.db.embedded.binaries=" + folder.resolve("postgres-binaries"));
        arguments.add("--serai.vault.key-file=" + folder.resolve("master.json"));
        for (var face : List.of("auth", "supply", "secure", "payments")) {
            arguments.add("--serai.channels.bookingcom." + face + "-url=" + desk.url());
        }
        arguments.add("--serai.channels.bookingcom.limit=1000000/m");
        arguments.add("--serai.channels.bookingcom.deadline=4s");
        arguments.add("--serai.channels.bookingcom.poll-every=250ms");
        arguments.add("--serai.channels.bookingcom.poll-after-acknowledgement=100ms");
        arguments.add("--serai.door.max-response=4MB");
        arguments.add("--serai.polls.lease=5s");
        arguments.add("--serai.reservations.own-count-margin=2s");
        arguments.add("--serai.delivery.lease=5s");
        arguments.add("--serai.delivery.margin=1s");
        arguments.addAll(settings);
        return arguments;
    }

    ChannelDesk desk() {
        return desk;
    }

    OwnDatabase database() {
        return database;
    }

    Path folder() {
        return folder;
    }

    /** Serai alone, as {@code kill -9} does; its database server stays. */
    void killSerai() {
        serai.kill();
    }

    void startSerai() {
        serai.start();
    }

    void awaitReady() {
        Patience.until(TO_START, "Serai is ready", this::isReady, this::logs);
    }

    private boolean isReady() {
        if (!serai.isAlive()) {
            throw new IllegalStateException("Serai ended by itself; see " + serai.log());
        }
        try {
            return desk.status(health) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String logs() {
        return "see " + folder;
    }

    /** Forgets the databases; the logs stay. */
    void clear() {
        close();
        for (var data : List.of("postgres", "sandbox", "postgres-binaries")) {
            try {
                FileSystemUtils.deleteRecursively(folder.resolve(data));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stopAll();
    }

    private void stopAll() {
        serai.stop();
        database.stop();
        sandbox.stop();
        new OwnDatabase(folder.resolve("sandbox")).stop();
    }
}
