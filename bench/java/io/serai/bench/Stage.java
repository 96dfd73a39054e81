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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The channels' stand-ins and Serai, each a process with a PostgreSQL of its own, so that killing
 * Serai kills nothing but Serai. Intervals are short and limits open. Where several Serai share a
 * database, it and that of the stand-ins are servers of the stage, and each process has a clock
 * that can be moved, and what waits minutes before it is tried again waits seconds.
 */
final class Stage implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final List<String> SOON =
            List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m");

    /** Of the user admin. */
    static final String PASSWORD = "stage-admin-1";

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final JavaProcess sandbox;
    private final List<Instance> instances = new ArrayList<>();
    private final @Nullable OwnServer server;
    private final @Nullable OwnServer judge;
    private final @Nullable SmallDisk disk;
    private final BookingcomSeller bookingcom;
    private final ExpediaSeller expedia;
    private final OwnDatabase database;
    private final Thread atExit = new Thread(this::stopAll, "stage-close");

    private Stage(Path work, int sharing, Map<String, String> settings, List<String> jvm)
            throws IOException {
        this.folder =
                Files.createDirectories(
                        work.toAbsolutePath().resolve(LocalDateTime.now().format(NAME)));
        int sandboxPort = JavaProcess.freePort();
        int expediaPort = JavaProcess.freePort();
        this.bookingcom = new BookingcomSeller(new ChannelDesk("http://127.0.0.1:" + sandboxPort));
        this.expedia = new ExpediaSeller(new ChannelDesk("http://127.0.0.1:" + expediaPort));
        this.database = new OwnDatabase(folder.resolve("postgres"));
        this.server = sharing == 0 ? null : new OwnServer(folder.resolve("postgres"));
        this.judge = sharing == 0 ? null : new OwnServer(folder.resolve("sandbox"));
        this.disk = sharing == 0 ? null : SmallDisk.at(folder.resolve("logs"));
        var arguments =
                new StageArguments(
                        folder,
                        sharing == 0
                                ? Path.of("routes")
                                : ShortLadders.of(folder.resolve("routes")),
                        bookingcom.desk().url(),
                        expedia.desk().url(),
                        server,
                        judge);
        this.sandbox = process("sandbox", jvm, arguments.ofSandbox(sandboxPort, expediaPort));
        for (int number = 1; number <= Math.max(1, sharing); number++) {
            var name = sharing == 0 ? "serai" : "serai-" + number;
            int port = JavaProcess.freePort();
            instances.add(
                    new Instance(
                            name,
                            process(name, jvm, arguments.ofSerai(name, port, settings)),
                            port));
        }
    }

    private JavaProcess process(String name, List<String> jvm, List<String> arguments)
            throws IOException {
        var log = (disk == null ? folder : disk.folder()).resolve(name + ".log");
        if (server == null) {
            return new JavaProcess(jvm, log, arguments);
        }
        return new JavaProcess(
                MovedClock.of(clock(name), jvm),
                JavaProcess.programsAnd(MovedClock.hook(folder.resolve("hook"))),
                log,
                arguments);
    }

    /** The file that says by how many seconds the clock of a process is moved. */
    Path clock(String process) {
        return folder.resolve(process + ".clock");
    }

    /** Starts both, to be up soon rather than fast later, and waits until both are ready. */
    static Stage open(Path work) throws IOException {
        return open(work, Map.of(), SOON);
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
        return new Stage(work, 0, settings, jvm).started();
    }

    /** So many Serai over one database, and waits until all are ready. */
    static Stage sharing(Path work, int instances, Map<String, String> settings)
            throws IOException {
        return new Stage(work, instances, settings, SOON).started();
    }

    private Stage started() {
        Runtime.getRuntime().addShutdownHook(atExit);
        if (server != null && judge != null) {
            judge.make();
            server.make();
        }
        sandbox.start();
        for (var instance : instances) {
            instance.process().start();
            instance.awaitReady();
        }
        Patience.until(
                TO_START,
                "the sandbox answers",
                () -> sellers().stream().allMatch(seller -> seller.desk().isOpen()),
                this::logs);
        return this;
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
                Cpu.spent(instances.get(0).process()::handles),
                Cpu.spent(database::handles),
                Cpu.spent(() -> Stream.concat(sandbox.handles(), judge().handles())));
    }

    /** All Serai there are. */
    List<Instance> instances() {
        return instances;
    }

    /** The process of the stand-ins. */
    JavaProcess sandbox() {
        return sandbox;
    }

    /** The server that the Serai share. */
    OwnServer server() {
        return Objects.requireNonNull(server, "an embedded database has no server of the stage");
    }

    /** Where the logs of processes are. */
    SmallDisk disk() {
        return Objects.requireNonNull(disk, "logs of an only Serai are ordinary files");
    }

    /** Has the table that grows with each call of a channel lie on the small disk, too. */
    void logsOnSmallDisk() {
        server().move("ota_sync_logs", disk().folder().resolve("tables"));
    }

    /** The stand-ins' database. */
    OwnDatabase judge() {
        return new OwnDatabase(folder.resolve("sandbox"));
    }

    /** Serai alone, as {@code kill -9} does; its database server stays. */
    void killSerai() {
        instances.get(0).process().kill();
    }

    void startSerai() {
        instances.get(0).process().start();
    }

    void awaitReady() {
        instances.forEach(Instance::awaitReady);
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
        instances.forEach(instance -> instance.process().stop());
        sandbox.stop();
        if (server != null && judge != null) {
            server.stop();
            judge.stop();
            disk().close();
        } else {
            database.stop();
            judge().stop();
        }
    }
}
