/** The hotels, room types and rates that the stand-in knows. */
@NullMarked
package io.serai.sandbox.property;

import org.jspecify.annotations.NullMarked;
