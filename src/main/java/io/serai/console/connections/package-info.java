/** The pages of a hotel's connections: how they are, adding one step by step, and leaving one. */
@NullMarked
package io.serai.console.connections;

import org.jspecify.annotations.NullMarked;
