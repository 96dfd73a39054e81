/** What is parked, as people look through it, and how it is sent again. */
@NullMarked
package io.serai.delivery.inbox;

import org.jspecify.annotations.NullMarked;
