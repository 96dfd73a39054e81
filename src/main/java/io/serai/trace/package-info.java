/** What Serai does, told to a collector of traces where one is named: who called whom, how long. */
@NullMarked
package io.serai.trace;

import org.jspecify.annotations.NullMarked;
