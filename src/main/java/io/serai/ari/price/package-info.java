/** How the price and the restrictions of a product on a night come to be, and why they are so. */
@NullMarked
package io.serai.ari.price;

import org.jspecify.annotations.NullMarked;
