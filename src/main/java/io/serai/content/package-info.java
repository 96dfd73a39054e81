/** What a hotel says of itself, and what each channel holds of it. */
@NullMarked
package io.serai.content;

import org.jspecify.annotations.NullMarked;
