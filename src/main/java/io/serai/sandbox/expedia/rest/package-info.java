/** The JSON faces of the stand-in of Expedia: products, deposits, images and properties. */
@NullMarked
package io.serai.sandbox.expedia.rest;

import org.jspecify.annotations.NullMarked;
