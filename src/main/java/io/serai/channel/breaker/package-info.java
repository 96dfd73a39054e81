/** Leaves a channel alone where its calls fail: for each connection, or account, and endpoint. */
@NullMarked
package io.serai.channel.breaker;

import org.jspecify.annotations.NullMarked;
