/**
 * The connections to channels: one pool, hard deadlines, bounded answers, a record of each call.
 */
@NullMarked
package io.serai.channel.wire;

import org.jspecify.annotations.NullMarked;
