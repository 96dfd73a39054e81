/** Who may come in. */
@NullMarked
package io.serai.console.access;

import org.jspecify.annotations.NullMarked;
