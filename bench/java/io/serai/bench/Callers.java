package io.serai.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Clients that call one address as fast as they are answered, each on a connection it keeps. */
final class Callers {

    private static final int ACCEPTED = 202;

    private final int port;

    Callers(int port) {
        this.port = port;
    }

    /**
     * What was reached.
     *
     * @param rate calls a second
     * @param millis how long each took
     * @param calls how many there were
     * @param cpu milliseconds of processor time that the clients spent
     */
    record Reached(double rate, Spread millis, int calls, double cpu) {}

    /**
     * Calls for some seconds.
     *
     * @param calls gives the next call as it goes over the wire
     */
    Reached run(int clients, int seconds, Supplier<byte[]> calls) throws IOException {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            long began = System.nanoTime();
            long end = began + seconds * 1_000_000_000L;
            var cpu = new LongAdder();
            Callable<List<Double>> client =
                    () -> {
                        List<Double> each = call(calls, end);
                        cpu.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                        return each;
                    };
            List<Double> took = new ArrayList<>();
            for (Future<List<Double>> each : pool.invokeAll(Collections.nCopies(clients, client))) {
                took.addAll(each.get());
            }
            return new Reached(
                    took.size() * 1e9 / (System.nanoTime() - began),
                    Spread.of(took),
                    took.size(),
                    cpu.sum() / 1e6);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private List<Double> call(Supplier<byte[]> calls, long end) throws IOException {
        List<Double> took = new ArrayList<>();
        while (System.nanoTime() < end) {
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                InputStream in = new BufferedInputStream(socket.getInputStream());
                boolean kept = true;
                while (kept && System.nanoTime() < end) {
                    byte[] call = calls.get();
                    long began = System.nanoTime();
                    out.write(call);
                    out.flush();
                    kept = answered(in);
                    took.add((System.nanoTime() - began) / 1e6);
                }
            }
        }
        return took;
    }

    /** Reads an answer; whether the connection may be used for another call. */
    private static boolean answered(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        if (status != ACCEPTED) {
            throw new IOException("answered " + status + " (expected: " + ACCEPTED + ")");
        }
        int length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
            closes |= header.startsWith("connection:") && header.contains("close");
        }
        in.skipNBytes(length);
        while (chunked) {
            int size = Integer.parseInt(line(in), 16);
            in.skipNBytes(size);
            line(in);
            chunked = size > 0;
        }
        return !closes;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("hung up");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(US_ASCII);
    }
}
