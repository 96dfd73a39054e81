/** The page of rates: prices and restrictions night by night, many at once, and what waits. */
@NullMarked
package io.serai.console.rates;

import org.jspecify.annotations.NullMarked;
