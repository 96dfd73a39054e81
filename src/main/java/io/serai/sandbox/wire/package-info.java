/** What every call to the stand-in passes through: the door, its faults, the record of calls. */
@NullMarked
package io.serai.sandbox.wire;

import org.jspecify.annotations.NullMarked;
