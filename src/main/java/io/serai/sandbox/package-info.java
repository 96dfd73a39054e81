/** Stand-ins of the channels, for the demo, tests and benchmarks: a world of their own. */
@NullMarked
package io.serai.sandbox;

import org.jspecify.annotations.NullMarked;
