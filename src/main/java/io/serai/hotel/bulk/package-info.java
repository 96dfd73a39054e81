/** Many nights changed at once by a person: tried before, written whole, and taken back. */
@NullMarked
package io.serai.hotel.bulk;

import org.jspecify.annotations.NullMarked;
