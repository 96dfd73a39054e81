/** The operator's pages: the hotel as it is now, and what is changed there. */
@NullMarked
package io.serai.console;

import org.jspecify.annotations.NullMarked;
