/**
 * What a channel is: its description, its accounts, its limits and the way calls to it are made.
 */
@NullMarked
package io.serai.channel;

import org.jspecify.annotations.NullMarked;
