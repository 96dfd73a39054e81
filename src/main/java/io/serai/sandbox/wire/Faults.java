package io.serai.sandbox.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that are switched on. They are held in memory only: a restart clears them. */
public final class Faults {

    private List<Armed> armed = List.of();

    public synchronized void set(List<Fault> faults) {
        armed = faults.stream().map(Armed::new).toList();
    }

    public synchronized List<Fault> all() {
        return armed.stream().map(a -> a.fault).toList();
    }

    /** The first fault that strikes this call, and counts it. */
    synchronized @Nullable Fault strike(String path, String text) {
        for (var candidate : armed) {
            if (candidate.fault.matches(path, text) && candidate.strikes()) {
                return candidate.fault;
            }
        }
        return null;
    }

    private static final class Armed {

        private final Fault fault;
        private int matched;
        private int struck;

        Armed(Fault fault) {
            this.fault = fault;
        }

        boolean strikes() {
            if (fault.times() != null && struck >= fault.times()) {
                return false;
            }
            matched++;
            if (fault.every() != null && matched % fault.every() != 0) {
                return false;
            }
            struck++;
            return true;
        }
    }
}
