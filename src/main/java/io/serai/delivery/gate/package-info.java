/** Prices that are held until a person has looked at them, and what people do about them. */
@NullMarked
package io.serai.delivery.gate;

import org.jspecify.annotations.NullMarked;
