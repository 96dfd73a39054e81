/** A hotel's rate plans and rules, as the database has them, ready to price nights with. */
@NullMarked
package io.serai.delivery.price;

import org.jspecify.annotations.NullMarked;
