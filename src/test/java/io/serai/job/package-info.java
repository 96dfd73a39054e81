/** Jobs in one instance and in several. */
@NullMarked
package io.serai.job;

import org.jspecify.annotations.NullMarked;
