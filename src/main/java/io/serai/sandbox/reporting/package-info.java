/** What hotels report about stays at the channel: no-shows, invalid cards, changed stays. */
@NullMarked
package io.serai.sandbox.reporting;

import org.jspecify.annotations.NullMarked;
