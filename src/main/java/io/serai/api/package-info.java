/** The REST face: what the hotel's own systems may ask for, contract first. */
@NullMarked
package io.serai.api;

import org.jspecify.annotations.NullMarked;
