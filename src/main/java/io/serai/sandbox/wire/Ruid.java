package io.serai.sandbox.wire;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** The channel's opaque number of one answer. */
final class Ruid {

    private Ruid() {}

    static String next() {
        var bytes = new byte[36];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
