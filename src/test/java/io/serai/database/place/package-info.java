/** Tests of {@link io.serai.database.place}. */
@NullMarked
package io.serai.database.place;

import org.jspecify.annotations.NullMarked;
