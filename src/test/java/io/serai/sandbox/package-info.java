/** Tests of the stand-in over real HTTP, against a real PostgreSQL. */
@NullMarked
package io.serai.sandbox;

import org.jspecify.annotations.NullMarked;
