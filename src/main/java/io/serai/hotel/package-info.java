/** Hotels, their room types and rate plans, and how far ahead their nights are kept. */
@NullMarked
package io.serai.hotel;

import org.jspecify.annotations.NullMarked;
