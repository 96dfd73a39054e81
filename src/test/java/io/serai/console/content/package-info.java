@NullMarked
package io.serai.console.content;

import org.jspecify.annotations.NullMarked;
