/** Cards, personal data and credentials: sealed at rest, shown masked, erased by losing a key. */
@NullMarked
package io.serai.vault;

import org.jspecify.annotations.NullMarked;
