/** Photos of hotels at the stand-in of Expedia: fetched from their partners, judged, published. */
@NullMarked
package io.serai.sandbox.expedia.image;

import org.jspecify.annotations.NullMarked;
