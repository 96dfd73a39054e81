/**
 * The door: below the routes, cards come out of what arrives and credentials go into what leaves.
 */
@NullMarked
package io.serai.channel.door;

import org.jspecify.annotations.NullMarked;
