/** Whether the pages of a hotel's connections do what people ask of them. */
@NullMarked
package io.serai.console.connections;

import org.jspecify.annotations.NullMarked;
