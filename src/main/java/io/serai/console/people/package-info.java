/** Pages for who administers: users, chains, API keys, the age of credentials, and the audit. */
@NullMarked
package io.serai.console.people;

import org.jspecify.annotations.NullMarked;
