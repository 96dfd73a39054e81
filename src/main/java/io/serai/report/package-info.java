/**
 * What hotels want to know of their bookings and prices, in figures that docs/reports.md defines.
 */
@NullMarked
package io.serai.report;

import org.jspecify.annotations.NullMarked;
