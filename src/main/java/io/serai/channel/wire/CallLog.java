package io.serai.channel.wire;

/** Remembers calls to channels, and calls that came in. */
public interface CallLog {

    /** Remembers a call; never fails and never waits. */
    void record(Call call);
}
