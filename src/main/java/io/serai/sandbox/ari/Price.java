package io.serai.sandbox.ari;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price for one night.
 *
 * @param persons for how many; null means the rate's full occupancy
 * @param currency as told; null when the message names none
 */
record Price(@Nullable Integer persons, BigDecimal amount, @Nullable String currency) {}
