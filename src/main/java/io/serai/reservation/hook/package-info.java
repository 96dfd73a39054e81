/**
 * Webhooks to a hotel's own systems: who wants to be told of which revisions, and what became of
 * it.
 */
@NullMarked
package io.serai.reservation.hook;

import org.jspecify.annotations.NullMarked;
