/** A reservation as a whole, in Serai's terms: what pages, feeds and the API show of it. */
@NullMarked
package io.serai.reservation.detail;

import org.jspecify.annotations.NullMarked;
