/** Whether the inbox shows what waits, and has it done. */
@NullMarked
package io.serai.console.inbox;

import org.jspecify.annotations.NullMarked;
