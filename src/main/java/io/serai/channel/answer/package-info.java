/** What a channel's answer, or its silence, means for what was sent. */
@NullMarked
package io.serai.channel.answer;

import org.jspecify.annotations.NullMarked;
