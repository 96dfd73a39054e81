/** What partners tell of their hotels beside rooms left and prices: the content. */
@NullMarked
package io.serai.sandbox.content;

import org.jspecify.annotations.NullMarked;
