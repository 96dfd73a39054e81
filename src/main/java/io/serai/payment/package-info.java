/**
 * How each booking is paid: what channels say of it, what was charged and given back, and whether
 * it adds up.
 */
@NullMarked
package io.serai.payment;

import org.jspecify.annotations.NullMarked;
