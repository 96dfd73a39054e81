package io.serai.sandbox.content;

import java.util.List;

/** What is wrong with a JSON message: each fault with the field it is about. */
final class Wrong extends RuntimeException {

    static final int MISSING = 321;
    static final int INVALID = 394;
    static final int VALUE = 320;

    private final int status;
    private final transient List<Fault> faults;

    Wrong(int status, List<Fault> faults) {
        super(faults.toString(), null, false, false);
        this.status = status;
        this.faults = faults;
    }

    /** A number that is an OTA code, the place of what is wrong, and the words. */
    record Fault(int code, String field, String words) {

        String title() {
            return switch (code) {
                case MISSING -> "Required field missing";
                case VALUE -> "Invalid value";
                default -> "Invalid item";
            };
        }
    }

    static Wrong of(int code, String field, String words) {
        return new Wrong(400, List.of(new Fault(code, field, words)));
    }

    static Wrong notFound(String what) {
        return new Wrong(404, List.of(new Fault(INVALID, "", what + " does not exist")));
    }

    int status() {
        return status;
    }

    List<Fault> faults() {
        return faults;
    }
}
