/** The example channel: its stand-in, and its folder in a running Serai. */
@NullMarked
package io.serai.wayside;

import org.jspecify.annotations.NullMarked;
