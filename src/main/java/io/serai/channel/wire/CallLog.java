package io.serai.channel.wire;

/** Remembers calls to channels. */
public interface CallLog {

    /** Remembers a call; never fails and never waits. */
    void record(Call call);
}
