package io.serai.alert;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The machine that this instance runs on. */
public final class Machine {

    /** Its name, the same after a restart. */
    public static final String NAME = name();

    private Machine() {}

    private static String name() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException none) {
            return "this machine";
        }
    }
}
