/** What a hotel says of itself, with its photos, and what each channel holds of that. */
@NullMarked
package io.serai.console.content;

import org.jspecify.annotations.NullMarked;
