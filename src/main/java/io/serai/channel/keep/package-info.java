/** Answers of channels that change slowly, kept for a while. */
@NullMarked
package io.serai.channel.keep;

import org.jspecify.annotations.NullMarked;
