/**
 * What a hotel sells by itself: which stays can be booked, at what price, and why others cannot.
 */
@NullMarked
package io.serai.hotel.sale;

import org.jspecify.annotations.NullMarked;
