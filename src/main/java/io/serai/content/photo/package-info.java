/** The hotel's photos: kept, shown to channels at addresses nobody guesses, and followed there. */
@NullMarked
package io.serai.content.photo;

import org.jspecify.annotations.NullMarked;
