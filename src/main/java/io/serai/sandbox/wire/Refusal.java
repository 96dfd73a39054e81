package io.serai.sandbox.wire;

/** The channel will not do this: the HTTP status, its code and its words. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;

    public Refusal(int status, String code, String words) {
        super(words, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
