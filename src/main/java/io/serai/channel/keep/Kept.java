package io.serai.channel.keep;

import io.serai.channel.wire.Answer;
import java.time.Duration;
import org.apache.hc.core5.http.Header;

/**
 * An answer that is kept.
 *
 * @param answer the answer, as the channel gave it: it holds no cards and no guests
 * @param headers the headers it came with
 * @param time how long it is good for
 */
public record Kept(Answer answer, Header[] headers, Duration time) {}
