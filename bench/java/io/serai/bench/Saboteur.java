package io.serai.bench;

import io.serai.bench.Chronicle.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Does one mischief after the other to processes, servers, clocks and disks, each to what works at
 * that moment, until all are done or time is over; and then leaves everything as it was.
 */
final class Saboteur {

    /** More than a lease and the deadline of a call. */
    private static final Duration ASLEEP = Duration.ofSeconds(11);

    private static final Duration SILENT = Duration.ofSeconds(5);
    private static final Duration FULL = Duration.ofSeconds(8);
    private static final Duration TO_START = Duration.ofMinutes(15);
    private static final int MOST_BACKENDS = 5;

    /** Less than makes a channel send a booking by e-mail; more than anything is late here. */
    private static final int MOST_AHEAD = 10;

    /** Of Serai's own clock nothing depends on a channel's patience. */
    private static final List<Integer> MINUTES_OF_SERAI = List.of(-120, -30, 0, 30, 120);

    private final Stage stage;
    private final Chronicle chronicle;
    private final Random random;
    private int channelsAhead;

    Saboteur(Stage stage, Chronicle chronicle, long seed) {
        this.stage = stage;
        this.chronicle = chronicle;
        this.random = new Random(seed);
    }

    void work(List<Mischief> all, Duration most) {
        var end = Instant.now().plus(most);
        for (var mischief : all) {
            if (Instant.now().isAfter(end)) {
                break;
            }
            strike(mischief);
            LockSupport.parkNanos(Mischief.pause(random).toNanos());
        }
        stage.instances().forEach(each -> MovedClock.move(stage.clock(each.name()), Duration.ZERO));
        allWork();
    }

    private void strike(Mischief mischief) {
        var at = Instant.now();
        switch (mischief) {
            case KILL_SERAI -> {
                var victim = working();
                victim.process().kill();
                victim.process().start();
                struck(at, mischief, 1, victim.name());
            }
            case KILL_ALL_SERAI -> {
                allWork();
                stage.instances().forEach(instance -> instance.process().kill());
                stage.instances().forEach(instance -> instance.process().start());
                struck(at, mischief, stage.instances().size(), "each of them");
            }
            case END_SERAI -> {
                allWork();
                var victim = any();
                victim.process().stop();
                victim.process().start();
                struck(at, mischief, 1, victim.name());
            }
            case PAUSE_SERAI -> {
                var victim = working();
                victim.process().pause();
                LockSupport.parkNanos(ASLEEP.toNanos());
                victim.process().resume();
                struck(at, mischief, 1, victim.name() + " for " + ASLEEP.toSeconds() + " s");
            }
            case KILL_SERVER -> {
                stage.server().kill();
                stage.server().start();
                struck(at, mischief, 1, "all its processes, started again");
            }
            case KILL_BACKENDS -> {
                int ended = endBackends();
                struck(at, mischief, ended, ended + " of Serai's");
            }
            case MOVE_CLOCK -> moveClock(at);
            case FREEZE_CHANNELS -> {
                stage.sandbox().pause();
                LockSupport.parkNanos(SILENT.toNanos());
                stage.sandbox().resume();
                struck(at, mischief, 1, "for " + SILENT.toSeconds() + " s");
            }
            case FILL_DISK -> {
                int failed = stage.disk().full(FULL);
                struck(at, mischief, failed > 0 ? 1 : 0, failed + " writes failed");
            }
        }
    }

    private void moveClock(Instant at) {
        boolean ofChannels = random.nextBoolean();
        var process = ofChannels ? "sandbox" : any().name();
        var by = Duration.ofMinutes(ofChannels ? furtherAhead() : toOrFro());
        MovedClock.move(stage.clock(process), by);
        struck(at, Mischief.MOVE_CLOCK, 1, process + " by " + by.toMinutes() + " min");
    }

    /**
     * Never back: where a channel says when it changed a booking, that is the only order there is.
     */
    private int furtherAhead() {
        channelsAhead = Math.min(MOST_AHEAD, channelsAhead + 1 + random.nextInt(2));
        return channelsAhead;
    }

    private int toOrFro() {
        return MINUTES_OF_SERAI.get(random.nextInt(MINUTES_OF_SERAI.size()));
    }

    private int endBackends() {
        return stage.database()
                .jdbc()
                .sql(
                        """
                        select count(*) filter (where pg_terminate_backend(pid))
                          from (select pid from pg_stat_activity
                                 where application_name like 'serai%' and datname = current_database()
                                 order by (state = 'idle'), random() limit ?) chosen
                        """)
                .param(1 + random.nextInt(MOST_BACKENDS))
                .query(Integer.class)
                .single();
    }

    /** One that works, while the other may still be on its way up. */
    private Instance working() {
        var all = new ArrayList<>(stage.instances());
        Collections.shuffle(all, random);
        var found = new ArrayList<Instance>();
        Patience.until(
                TO_START,
                "one of all Serai works",
                () -> {
                    all.stream().filter(this::works).findFirst().ifPresent(found::add);
                    return !found.isEmpty();
                },
                () -> "see " + stage.folder());
        return found.get(0);
    }

    private void allWork() {
        stage.instances().forEach(this::awaitWorking);
    }

    private void awaitWorking(Instance instance) {
        Patience.until(
                TO_START,
                instance.name() + " works",
                () -> works(instance),
                () -> "see " + instance.process().log());
    }

    /** One that found no database as it came up has ended: it is started again, as everywhere. */
    private boolean works(Instance instance) {
        if (!instance.process().isAlive()) {
            instance.process().start();
        }
        return instance.isReady();
    }

    private Instance any() {
        return stage.instances().get(random.nextInt(stage.instances().size()));
    }

    private void struck(Instant at, Mischief mischief, int times, String what) {
        chronicle.struck(new Strike(at, mischief.label(), times, what));
    }
}
