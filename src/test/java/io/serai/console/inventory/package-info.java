/** The tests of the pages of inventory. */
@NullMarked
package io.serai.console.inventory;

import org.jspecify.annotations.NullMarked;
