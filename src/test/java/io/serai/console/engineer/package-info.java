/** Whether the pages for engineers do what people ask of them. */
@NullMarked
package io.serai.console.engineer;

import org.jspecify.annotations.NullMarked;
