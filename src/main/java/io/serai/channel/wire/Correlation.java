package io.serai.channel.wire;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * By what a call, and all that it leads to on its threads, is known in the log, in {@code
 * ota_sync_logs} and to the caller.
 */
public final class Correlation {

    /** The header in which a caller may name it, and in which it is answered. */
    public static final String HEADER = "X-Correlation-Id";

    private static final String ID = "correlation";
    private static final String WHO = "who";
    private static final String NAME = "[A-Za-z0-9._-]{8,64}";
    private static final int BYTES = 12;

    private Correlation() {}

    /** What a caller named it, where that can be one; else a new one. */
    public static String of(@Nullable String named) {
        return named != null && named.matches(NAME) ? named : made();
    }

    /** Of all that is done to tell a channel something: that of the attempt. */
    public static String ofAttempt(long attempt) {
        return "attempt-" + attempt;
    }

    /** That of this thread; a new one where it has none. */
    public static String current() {
        String current = known();
        return current == null ? made() : current;
    }

    /** That of this thread; null where it has none. */
    public static @Nullable String known() {
        return MDC.get(ID);
    }

    /** Who is acting on this thread, as the audit names them: the engine, where nobody asked. */
    public static String who() {
        String who = MDC.get(WHO);
        return who == null ? "engine" : who;
    }

    /** Has this thread act for a call until {@link #end}. */
    public static void begin(String id) {
        MDC.put(ID, id);
    }

    /** Has this thread act for it until what is returned is closed, and then for what it did. */
    public static During during(String id) {
        String before = known();
        MDC.put(ID, id);
        return () -> {
            if (before == null) {
                MDC.remove(ID);
            } else {
                MDC.put(ID, before);
            }
        };
    }

    /** While a thread acts for something. */
    public interface During extends AutoCloseable {

        @Override
        void close();
    }

    /** Says who called, once that is known. */
    public static void by(String who) {
        MDC.put(WHO, who);
    }

    /** Has this thread act for nobody. */
    public static void end() {
        MDC.remove(ID);
        MDC.remove(WHO);
    }

    private static String made() {
        byte[] bytes = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
