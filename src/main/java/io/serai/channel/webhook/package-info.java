/** What channels tell by themselves: proved to be theirs, kept before it is answered. */
@NullMarked
package io.serai.channel.webhook;

import org.jspecify.annotations.NullMarked;
