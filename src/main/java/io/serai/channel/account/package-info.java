/** The logins at channels: credentials, tokens, and what keeps an account from calling. */
@NullMarked
package io.serai.channel.account;

import org.jspecify.annotations.NullMarked;
