/** What channels certify: which calls Serai makes for a change, and what they carry. */
@NullMarked
package io.serai.certified;

import org.jspecify.annotations.NullMarked;
