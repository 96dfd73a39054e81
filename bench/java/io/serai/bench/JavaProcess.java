package io.serai.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Java process on this program's own classes (tests left out, or behind all others) that writes
 * its log to a file.
 */
final class JavaProcess {

    private static final long SECONDS_TO_STOP = 60;

    private final List<String> command;
    private final Path log;
    private @Nullable Process process;

    JavaProcess(List<String> options, Path log, List<String> arguments) {
        this(options, programs(), log, arguments);
    }

    /**
     * @param classpath {@link #programs} or {@link #programsAnd}
     */
    JavaProcess(List<String> options, String classpath, Path log, List<String> arguments) {
        this.log = log;
        this.command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(
                List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-cp", classpath));
        command.addAll(arguments);
    }

    private static String programs() {
        return entries(false).collect(Collectors.joining(File.pathSeparator));
    }

    /** The program, a folder, and behind both the classes of tests and benchmarks. */
    static String programsAnd(Path folder) {
        return Stream.concat(
                        Stream.concat(entries(false), Stream.of(folder.toString())), entries(true))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> entries(boolean ofTests) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith("test-classes") == ofTests);
    }

    /** A port that was free a moment ago. */
    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + command, e);
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** As {@code kill -9}: this process alone, none that it started. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Has the system give it no more time, until it is told to go on. */
    void pause() {
        signal("STOP");
    }

    /** Has it go on where it was. */
    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            var pid = handles().findFirst().orElseThrow().pid();
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end, and waits until it has. */
    void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Stream<ProcessHandle> handles() {
        return Stream.ofNullable(process).map(Process::toHandle);
    }

    Path log() {
        return log;
    }
}
