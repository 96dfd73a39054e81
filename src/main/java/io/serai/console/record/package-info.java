/** What a hotel's own record says of what it sells: rate plans, cancellation terms, room types. */
@NullMarked
package io.serai.console.record;

import org.jspecify.annotations.NullMarked;
