/** Whose turn it is to call a channel: limits, over all instances, fair and urgent first. */
@NullMarked
package io.serai.channel.limit;

import org.jspecify.annotations.NullMarked;
