package io.serai.console.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A password that nobody chose: shown once, and kept as its hash. */
public final class MadeUpPassword {

    /** Without letters and digits that are taken for one another. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 20;

    private MadeUpPassword() {}

    /** Another one. */
    public static String next() {
        return new SecureRandom()
                .ints(LENGTH, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
