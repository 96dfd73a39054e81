/**
 * How a booking is paid, on its page: seen, charged, given back, and its card shown for seconds.
 */
@NullMarked
package io.serai.console.payments;

import org.jspecify.annotations.NullMarked;
