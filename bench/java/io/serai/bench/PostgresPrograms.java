package io.serai.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own measuring programs, where this machine has them. */
final class PostgresPrograms {

    private static final Pattern TPS = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern SYNC = Pattern.compile("(?m)^\\s*fdatasync\\s+([0-9.]+) ops/sec");

    private PostgresPrograms() {}

    /**
     * Statements a second of {@code pgbench}, prepared; empty where there is no such program.
     *
     * @param server how the server is found
     * @param script one transaction
     */
    static Optional<Double> pgbench(
            Map<String, String> server, String script, int clients, int seconds)
            throws IOException {
        Optional<Path> program = find("pgbench");
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path file = Files.createTempFile("insert", ".sql");
        try {
            Files.writeString(file, script);
            var said =
                    run(
                            server,
                            List.of(
                                    program.get().toString(),
                                    "--no-vacuum",
                                    "--protocol=prepared",
                                    "--client=" + clients,
                                    "--jobs=2",
                                    "--time=" + seconds,
                                    "--file=" + file));
            return first(TPS, said);
        } finally {
            Files.delete(file);
        }
    }

    /** How often a second {@code pg_test_fsync} has a block kept; empty without that program. */
    static Optional<Double> fdatasync() throws IOException {
        Optional<Path> program = find("pg_test_fsync");
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path file = Bench.WORK.resolve("pg_test_fsync.out").toAbsolutePath();
        var said =
                run(
                        Map.of(),
                        List.of(
                                program.get().toString(),
                                "--secs-per-test=1",
                                "--filename=" + file));
        return first(SYNC, said);
    }

    /** What {@link #fdatasync()} says, in words. */
    static String disk() throws IOException {
        return fdatasync()
                .map("pg_test_fsync: fdatasync %,.0f a second"::formatted)
                .orElse("pg_test_fsync is not on this machine; the figure above stands for it");
    }

    private static Optional<Path> find(String name) throws IOException {
        List<Path> folders = new ArrayList<>();
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .forEach(folders::add);
        Path installed = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> versions = Files.list(installed)) {
                versions.map(version -> version.resolve("bin")).forEach(folders::add);
            }
        }
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String run(Map<String, String> environment, List<String> command)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(command.get(0) + ": " + said);
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Optional<Double> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(Double.valueOf(matcher.group(1))) : Optional.empty();
    }
}
