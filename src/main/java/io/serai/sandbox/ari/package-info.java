/** The stand-in's grid of rooms, prices and restrictions, and the faces that write and read it. */
@NullMarked
package io.serai.sandbox.ari;

import org.jspecify.annotations.NullMarked;
