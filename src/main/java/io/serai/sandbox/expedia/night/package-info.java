/** What the stand-in of Expedia holds night by night. */
@NullMarked
package io.serai.sandbox.expedia.night;

import org.jspecify.annotations.NullMarked;
