/** The reports of a hotel or of a chain, as tables, charts and files. */
@NullMarked
package io.serai.console.reports;

import org.jspecify.annotations.NullMarked;
