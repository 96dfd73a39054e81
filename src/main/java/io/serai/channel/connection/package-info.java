/**
 * How a hotel's connection to a channel comes to life: taken in, its rooms and rates read, and
 * those of the same name mapped.
 */
@NullMarked
package io.serai.channel.connection;

import org.jspecify.annotations.NullMarked;
