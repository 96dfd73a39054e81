/** The accounts, hotels, room types and rate plans that the stand-in of Expedia knows. */
@NullMarked
package io.serai.sandbox.expedia.property;

import org.jspecify.annotations.NullMarked;
