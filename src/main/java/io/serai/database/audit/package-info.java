/** Who did what, written down so that a later change of it shows. */
@NullMarked
package io.serai.database.audit;

import org.jspecify.annotations.NullMarked;
