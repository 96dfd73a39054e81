package io.serai.sandbox.wire;

/** What the channel answers, before any fault spoils it. */
public record Answer(int status, String contentType, String body, Carried carried) {

    public static Answer xml(int status, String body) {
        return new Answer(status, "application/xml;charset=UTF-8", body, Carried.NOTHING);
    }

    public static Answer json(int status, String body) {
        return new Answer(status, "application/json", body, Carried.NOTHING);
    }

    public Answer carrying(Carried what) {
        return new Answer(status, contentType, body, what);
    }

    /** For the record of calls, where the body is a secret. */
    Answer withoutBody() {
        return new Answer(status, contentType, "", carried);
    }
}
