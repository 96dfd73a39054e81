package io.serai.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is done to processes, servers, clocks and disks. */
enum Mischief {
    KILL_SERAI("Serai killed (-9)", 22),
    KILL_ALL_SERAI("all Serai killed (-9) at once", 2),
    END_SERAI("Serai ended (SIGTERM) while another works", 4),
    PAUSE_SERAI("Serai paused (SIGSTOP) for longer than its leases", 8),
    KILL_SERVER("PostgreSQL server killed (-9)", 6),
    KILL_BACKENDS("PostgreSQL backend ended", 40),
    MOVE_CLOCK("clock of a process moved", 20),
    FREEZE_CHANNELS("both channels silent (SIGSTOP)", 6),
    FILL_DISK("disk of logs full", 5);

    private static final Duration LEAST = Duration.ofMillis(500);
    private static final int MORE_MILLIS = 4_000;

    private final String label;
    private final int share;

    Mischief(String label, int share) {
        this.label = label;
        this.share = share;
    }

    String label() {
        return label;
    }

    /** Each as often as its share of a thousand faults, in an order of chance. */
    static List<Mischief> shuffled(FaultSettings settings, Random random) {
        var all = new ArrayList<Mischief>();
        for (var each : values()) {
            all.addAll(Collections.nCopies(settings.ofThousand(each.share), each));
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** How long nothing is done before the next one. */
    static Duration pause(Random random) {
        return LEAST.plusMillis(random.nextInt(MORE_MILLIS));
    }
}
