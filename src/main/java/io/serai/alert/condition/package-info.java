/** What alerts are raised for, each found by one question. */
@NullMarked
package io.serai.alert.condition;

import org.jspecify.annotations.NullMarked;
