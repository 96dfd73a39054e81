/** Payment gateways: who takes money of cards for the hotel, and gives it back. */
@NullMarked
package io.serai.payment.gateway;

import org.jspecify.annotations.NullMarked;
