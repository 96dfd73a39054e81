/** Alerts: raised once, told once, over by themselves. */
@NullMarked
package io.serai.alert;

import org.jspecify.annotations.NullMarked;
