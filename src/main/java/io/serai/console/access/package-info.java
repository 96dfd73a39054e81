/** Who may come in: users, signing in, and what each role may open. */
@NullMarked
package io.serai.console.access;

import org.jspecify.annotations.NullMarked;
