package io.serai.bench;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Processor time spent so far, in milliseconds: what a busy machine does not blur.
 *
 * @param serai by Serai
 * @param database by Serai's PostgreSQL
 * @param sandbox by the stand-in and its PostgreSQL
 */
record Cpu(double serai, double database, double sandbox) {

    Cpu since(Cpu before) {
        return new Cpu(serai - before.serai, database - before.database, sandbox - before.sandbox);
    }

    String each(int count) {
        return "processor time each: Serai %.1f ms, its PostgreSQL %.1f ms, the stand-in with its own %.1f ms"
                .formatted(serai / count, database / count, sandbox / count);
    }

    static double spent(Supplier<Stream<ProcessHandle>> processes) {
        return processes
                .get()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(Duration::toMillis)
                .sum();
    }
}
