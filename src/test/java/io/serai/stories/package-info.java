/** What Serai does for a hotel, told from its database to the channel's door and back. */
@NullMarked
package io.serai.stories;

import org.jspecify.annotations.NullMarked;
