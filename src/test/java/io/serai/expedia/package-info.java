/** The files of Expedia's flows, run as they are. */
@NullMarked
package io.serai.expedia;

import org.jspecify.annotations.NullMarked;
