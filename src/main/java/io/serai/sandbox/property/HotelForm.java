package io.serai.sandbox.property;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A hotel as the control face is told of it. */
record HotelForm(
        String name,
        String currency,
        List<String> accounts,
        @Nullable Pricing pricing,
        List<RoomForm> rooms) {

    HotelForm {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(accounts, "accounts");
        Objects.requireNonNull(rooms, "rooms");
    }

    record RoomForm(long id, String name, int maxPersons, List<RateForm> rates) {

        RoomForm {
            Objects.requireNonNull(name, "rooms.name");
            Objects.requireNonNull(rates, "rooms.rates");
        }

        /** The rate a child follows when it names none: the first that is no child. */
        @Nullable Long firstParent() {
            return rates.stream()
                    .filter(r -> !r.isChild())
                    .map(RateForm::id)
                    .findFirst()
                    .orElse(null);
        }
    }

    record RateForm(
            long id,
            String name,
            @Nullable Integer maxPersons,
            @Nullable Boolean child,
            @Nullable Long parent,
            @Nullable BigDecimal discount,
            @Nullable List<String> inherits,
            @Nullable Boolean readonly,
            @Nullable Pricing pricing) {

        RateForm {
            Objects.requireNonNull(name, "rooms.rates.name");
        }

        boolean isChild() {
            return parent != null || child != null && child;
        }

        boolean inherits(String what) {
            return isChild() && (inherits == null || inherits.contains(what));
        }
    }
}
