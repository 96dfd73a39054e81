package io.serai.sandbox.expedia.booking;

import org.jspecify.annotations.Nullable;

/** Who stays. */
public record Guest(
        String given,
        @Nullable String middle,
        String surname,
        @Nullable String phone,
        @Nullable String email) {}
