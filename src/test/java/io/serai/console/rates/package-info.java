/** The tests of the pages of rates. */
@NullMarked
package io.serai.console.rates;

import org.jspecify.annotations.NullMarked;
