@NullMarked
package io.serai.console.reports;

import org.jspecify.annotations.NullMarked;
