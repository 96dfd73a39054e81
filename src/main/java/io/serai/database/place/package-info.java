/** Where the database lies, and that it was restored, moved or taken over by another server. */
@NullMarked
package io.serai.database.place;

import org.jspecify.annotations.NullMarked;
