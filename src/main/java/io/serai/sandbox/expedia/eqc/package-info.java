/** The XML faces of the stand-in of Expedia. */
@NullMarked
package io.serai.sandbox.expedia.eqc;

import org.jspecify.annotations.NullMarked;
