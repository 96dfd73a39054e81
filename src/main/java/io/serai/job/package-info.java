/** What a clock has Serai do: which jobs there are, when they are due, and how each run went. */
@NullMarked
package io.serai.job;

import org.jspecify.annotations.NullMarked;
