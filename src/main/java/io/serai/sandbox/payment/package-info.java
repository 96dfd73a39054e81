/**
 * What the channel pays, by which cards and transfers; and the payment gateway that hotels charge
 * cards through.
 */
@NullMarked
package io.serai.sandbox.payment;

import org.jspecify.annotations.NullMarked;
