/** The photos of hotels: a queue of those that are fetched and judged, and galleries. */
@NullMarked
package io.serai.sandbox.photo;

import org.jspecify.annotations.NullMarked;
