package io.serai.sandbox.wire;

/** One of the channel's addresses: what it demands, what it does, how it words a refusal. */
public record Face(String method, String path, Demands demands, Dialect dialect, Handler handler) {}
