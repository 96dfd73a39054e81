/** A hotel's rate plans and cancellation policies, as people define them. */
@NullMarked
package io.serai.hotel.plan;

import org.jspecify.annotations.NullMarked;
