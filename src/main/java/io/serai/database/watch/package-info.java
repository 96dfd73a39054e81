/** What the database says to whoever watches Serai: asked now and then, shown as gauges. */
@NullMarked
package io.serai.database.watch;

import org.jspecify.annotations.NullMarked;
