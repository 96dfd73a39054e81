/** The engineer's page: channels and their files, what was refused, and mappings tried. */
@NullMarked
package io.serai.console.engineer;

import org.jspecify.annotations.NullMarked;
