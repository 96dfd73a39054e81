package io.serai.flow.trial;

import io.serai.flow.trial.TriedMapping.Cut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * A Java of its own for a trial, of the same program: with a bounded memory, one processor and none
 * of our settings and secrets. It is killed at its deadline; where the machine runs out of memory,
 * it goes before Serai does.
 */
final class TrialJvm implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TrialJvm.class);

    /** Of what lies in one file, the classes are found by its own launcher. */
    private static final String LAUNCHER =
            "org.springframework.boot.loader.launch.PropertiesLauncher";

    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 137;

    private static final Duration START_AT_MOST = Duration.ofMinutes(1);

    private final Duration atMost;
    private final Path folder;
    private final Process process;
    private final TrialPipe pipe;
    private volatile boolean isOver;

    private TrialJvm(Path folder, Process process, Duration atMost) {
        this.folder = folder;
        this.process = process;
        this.atMost = atMost;
        this.pipe = new TrialPipe(process.getInputStream(), process.getOutputStream());
    }

    /** Starts one that lives for a time at most, once it has its texts. */
    static TrialJvm start(Duration atMost, DataSize memory) throws IOException {
        Path folder = Files.createTempDirectory("trial");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command(folder, memory))
                            .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(Set.of("LANG", "LC_ALL", "TZ"));
            TrialJvm jvm = new TrialJvm(folder, builder.start(), atMost);
            jvm.killAfter(atMost.plus(START_AT_MOST));
            goFirst(jvm.process);
            return jvm;
        } catch (IOException none) {
            FileSystemUtils.deleteRecursively(folder);
            throw none;
        }
    }

    private static List<String> command(Path folder, DataSize memory) {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + memory.toMegabytes() + "m",
                                "-XX:MaxMetaspaceSize=192m",
                                "-XX:MaxDirectMemorySize=16m",
                                "-XX:ReservedCodeCacheSize=32m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:ActiveProcessorCount=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-XX:+DisplayVMOutputToStderr",
                                "-XX:-CreateCoredumpOnCrash",
                                "-XX:-UsePerfData",
                                "-XX:ErrorFile=" + folder.resolve("error"),
                                "-Djava.io.tmpdir=" + folder,
                                "-cp",
                                System.getProperty("java.class.path")));
        if (ClassUtils.isPresent(LAUNCHER, system)) {
            command.addAll(List.of("-Dloader.main=" + TrialProcess.class.getName(), LAUNCHER));
        } else {
            command.add(TrialProcess.class.getName());
        }
        return command;
    }

    private static void goFirst(Process process) {
        Path order = Path.of("/proc", Long.toString(process.pid()), "oom_score_adj");
        try {
            if (Files.isWritable(order)) {
                Files.writeString(order, "1000");
            }
        } catch (IOException gone) {
            log.debug("the process of a trial has no say in what is killed first", gone);
        }
    }

    private void killAfter(Duration time) {
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::kill);
    }

    private void kill() {
        isOver = true;
        process.destroyForcibly();
    }

    /** Gives it all texts; its time begins when it has them. */
    boolean begin(TriedTexts texts) throws IOException {
        pipe.write(texts);
        boolean begun = pipe.read(Boolean.class) != null;
        killAfter(atMost);
        return begun;
    }

    void tell(KeptOfMapping kept) throws IOException {
        pipe.write(kept);
    }

    /** What it found next; null: it ended. */
    @Nullable TriedMapping found() throws IOException {
        return pipe.read(TriedMapping.class);
    }

    /** Why it ended before its work was done. */
    Cut why() {
        int status = process.onExit().join().exitValue();
        if (isOver) {
            return Cut.TIME;
        }
        log.warn("The process of a trial ended with status {}", status);
        return status == OUT_OF_MEMORY || status == KILLED ? Cut.MEMORY : Cut.LOST;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        FileSystemUtils.deleteRecursively(folder);
    }
}
