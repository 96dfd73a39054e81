/** Every example of every mapping is true. */
@NullMarked
package io.serai.mappings;

import org.jspecify.annotations.NullMarked;
