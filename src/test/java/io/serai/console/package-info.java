/** The pages, over HTTP and in a browser. */
@NullMarked
package io.serai.console;

import org.jspecify.annotations.NullMarked;
