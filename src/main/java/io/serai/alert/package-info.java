/**
 * What a person must know as long as it lasts: found each minute, told once, and over by itself.
 */
@NullMarked
package io.serai.alert;

import org.jspecify.annotations.NullMarked;
