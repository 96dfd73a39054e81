package io.serai;

import io.serai.hotel.FirstHotel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives a first start something to show: a hotel, open at the stand-ins under the same names, and
 * connected by the statement that a hotel's own system would send. A stand-in that does not answer
 * is waited for, while Serai starts and runs; what a kill left undone the next start does.
 */
@Component
class SandboxDemo implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SandboxDemo.class);
    private static final int SECONDS_BETWEEN = 2;

    private final DemoSettings settings;
    private final SandboxBeside beside;
    private final FirstHotel firstHotel;
    private final DemoConnecting connecting;
    private List<DemoChannel> waiting = List.of();
    private final Map<String, String> said = new HashMap<>();
    private boolean running;
    private @Nullable ScheduledExecutorService tries;

    SandboxDemo(
            DemoSettings settings,
            SandboxBeside beside,
            FirstHotel firstHotel,
            DemoConnecting connecting) {
        this.settings = settings;
        this.beside = beside;
        this.firstHotel = firstHotel;
        this.connecting = connecting;
    }

    @Override
    public void start() {
        running = true;
        if (settings.enabled(beside.isAnywhere())) {
            firstHotel.writeIfNone();
            waiting = DemoChannel.all().stream().filter(connecting::isMeant).toList();
            connect();
            if (!waiting.isEmpty()) {
                var thread = Executors.newSingleThreadScheduledExecutor(SandboxDemo::thread);
                tries = thread;
                thread.scheduleWithFixedDelay(
                        this::connect, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
            }
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "demo");
        thread.setDaemon(true);
        return thread;
    }

    private void connect() {
        var left = new ArrayList<DemoChannel>();
        for (var channel : waiting) {
            if (!isConnected(channel)) {
                left.add(channel);
            }
        }
        waiting = left;
        if (left.isEmpty() && tries != null) {
            tries.shutdown();
        }
    }

    private boolean isConnected(DemoChannel channel) {
        try {
            return firstHotel
                    .find()
                    .map(hotel -> connecting.isConnected(hotel, channel))
                    .orElse(true);
        } catch (RuntimeException notNow) {
            var words = channel.name() + " is waited for: " + notNow.getMessage();
            if (!words.equals(said.put(channel.name(), words))) {
                log.info(words);
            }
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        if (tries != null) {
            tries.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the sandbox, before the first route. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
