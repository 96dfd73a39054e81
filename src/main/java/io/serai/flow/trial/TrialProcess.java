package io.serai.flow.trial;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The process in which texts are tried: it gets all by its input, says by its output how far it is,
 * and ends when its input does, whatever a text is doing then.
 */
final class TrialProcess {

    private TrialProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        TrialPipe pipe = new TrialPipe(System.in, System.out);
        System.setOut(System.err); // what a text or a library prints is for nobody
        LoggingSystem.get(TrialProcess.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        TriedTexts texts = pipe.read(TriedTexts.class);
        if (texts == null) {
            return;
        }
        BlockingQueue<KeptOfMapping> next = new LinkedBlockingQueue<>();
        Thread reading = new Thread(() -> read(pipe, next), "trial-input");
        reading.setDaemon(true);
        reading.start();
        try (MessageTrial trial = new MessageTrial(texts, pipe)) {
            pipe.write(true);
            while (true) {
                trial.run(next.take());
            }
        }
    }

    private static void read(TrialPipe pipe, BlockingQueue<KeptOfMapping> next) {
        try {
            @Nullable KeptOfMapping kept = pipe.read(KeptOfMapping.class);
            while (kept != null) {
                next.add(kept);
                kept = pipe.read(KeptOfMapping.class);
            }
        } catch (IOException cut) {
            // whoever asked is gone, too
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
