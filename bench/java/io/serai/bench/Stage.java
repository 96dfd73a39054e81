package io.serai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The channels' stand-ins and Serai, each a process with a PostgreSQL of its own, so that killing
 * Serai kills nothing but Serai. Intervals are short and limits open.
 */
final class Stage implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final JavaProcess sandbox;
    private final JavaProcess serai;
    private final BookingcomSeller bookingcom;
    private final ExpediaSeller expedia;
    private final OwnDatabase database;
    private final String health;
    private final Thread atExit = new Thread(this::stopAll, "stage-close");

    private Stage(Path work, Map<String, String> settings, List<String> jvm) throws IOException {
        this.folder =
                Files.createDirectories(
                        work.toAbsolutePath().resolve(LocalDateTime.now().format(NAME)));
        int sandboxPort = JavaProcess.freePort();
        int expediaPort = JavaProcess.freePort();
        int seraiPort = JavaProcess.freePort();
        this.bookingcom = new BookingcomSeller(new ChannelDesk("http://127.0.0.1:" + sandboxPort));
        this.expedia = new ExpediaSeller(new ChannelDesk("http://127.0.0.1:" + expediaPort));
        this.database = new OwnDatabase(folder.resolve("postgres"));
        this.health = "http://127.0.0.1:" + seraiPort + "/actuator/health/readiness";
        this.sandbox =
                new JavaProcess(
                        jvm, folder.resolve("sandbox.log"), sandbox(sandboxPort, expediaPort));
        this.serai = new JavaProcess(jvm, folder.resolve("serai.log"), serai(seraiPort, settings));
    }

    /** Starts both, to be up soon rather than fast later, and waits until both are ready. */
    static Stage open(Path work) throws IOException {
        return open(work, Map.of(), List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    }

    /**
     * Starts both and waits until both are ready.
     *
     * @param work where a folder for this run is made
     * @param settings of Serai, over those that make it fast
     * @param jvm options of both processes
     */
    static Stage open(Path work, Map<String, String> settings, List<String> jvm)
            throws IOException {
        var stage = new Stage(work, settings, jvm);
        Runtime.getRuntime().addShutdownHook(stage.atExit);
        stage.sandbox.start();
        stage.serai.start();
        Patience.until(
                TO_START,
                "the sandbox answers",
                () -> stage.sellers().stream().allMatch(seller -> seller.desk().isOpen()),
                stage::logs);
        stage.awaitReady();
        return stage;
    }

    private List<String> sandbox(int port, int expediaPort) {
        return List.of(
                "io.serai.Serai",
                "sandbox",
                "--sandbox.port=" + port,
                "--sandbox.expedia.port=" + expediaPort,
                "--sandbox.db.directory=" + folder.resolve("sandbox"),
                "--sandbox.queue.min-interval=100ms",
                "--sandbox.queue.after-ack=20ms",
                "--sandbox.token.per-hour=1000");
    }

    private List<String> serai(int port, Map<String, String> settings) {
        var all = new LinkedHashMap<String, String>();
        all.put("server.port", String.valueOf(port));
        all.put("serai.sandbox.enabled", "false");
        all.put("serai.db.embedded.directory", folder.resolve("postgres").toString());
        all.put("serai.db.embedded.binaries", folder.resolve("postgres-binaries").toString());
        all.put("serai.vault.key-file", folder.resolve("master.json").toString());
        for (var face : List.of("auth", "supply", "secure", "payments")) {
            all.put("serai.channels.bookingcom." + face + "-url", bookingcom.desk().url());
        }
        for (var face : List.of("services", "api", "sandbox-api")) {
            all.put("serai.channels.expedia." + face + "-url", expedia.desk().url());
        }
        all.put("serai.channels.expedia.deadline", "4s");
        all.put("serai.channels.bookingcom.limit", "1000000/m");
        all.put("serai.channels.bookingcom.deadline", "4s");
        all.put("serai.polls.every", "250ms");
        all.put("serai.polls.after-acknowledgement", "100ms");
        all.put("serai.door.max-response", "4MB");
        all.put("serai.polls.lease", "5s");
        all.put("serai.reservations.own-count-margin", "2s");
        all.put("serai.delivery.lease", "5s");
        all.put("serai.delivery.margin", "1s");
        all.putAll(settings);
        var arguments = new ArrayList<String>(List.of("io.serai.Serai"));
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    /** The channel that is measured where one is enough. */
    BookingcomSeller bookingcom() {
        return bookingcom;
    }

    /** All channels there are. */
    List<Seller> sellers() {
        return List.of(bookingcom, expedia);
    }

    OwnDatabase database() {
        return database;
    }

    Path folder() {
        return folder;
    }

    Cpu cpu() {
        return new Cpu(
                Cpu.spent(serai::handles),
                Cpu.spent(database::handles),
                Cpu.spent(
                        () ->
                                Stream.concat(
                                        sandbox.handles(),
                                        new OwnDatabase(folder.resolve("sandbox")).handles())));
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
            return bookingcom.desk().status(health) == 200;
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
