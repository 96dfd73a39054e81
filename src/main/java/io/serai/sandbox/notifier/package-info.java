/** The channel's notification service: calls a partner's webhook with the token it got from it. */
@NullMarked
package io.serai.sandbox.notifier;

import org.jspecify.annotations.NullMarked;
