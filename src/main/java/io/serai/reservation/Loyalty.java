package io.serai.reservation;

import org.jspecify.annotations.Nullable;

/** A guest's membership in a program that rewards stays. */
public record Loyalty(@Nullable String program, @Nullable String number) {

    @Override
    public String toString() {
        return "member of " + program;
    }
}
