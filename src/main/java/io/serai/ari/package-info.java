/**
 * Rooms, prices and restrictions night by night: what is wanted at a channel, how that differs from
 * what it holds, and how differences fold into ranges.
 */
@NullMarked
package io.serai.ari;

import org.jspecify.annotations.NullMarked;
