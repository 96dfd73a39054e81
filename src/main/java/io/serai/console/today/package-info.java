/** The operator's day: who comes and goes, what was booked, and what needs a person. */
@NullMarked
package io.serai.console.today;

import org.jspecify.annotations.NullMarked;
