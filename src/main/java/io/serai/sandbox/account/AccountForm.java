package io.serai.sandbox.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.serai.sandbox.wire.Refusal;
import org.jspecify.annotations.Nullable;

/** A machine account as the control face is told of it. */
record AccountForm(
        @Nullable String secret,
        @JsonProperty("names-items") @Nullable Boolean namesItemsOrNull,
        @JsonProperty("cancel-by-absence") @Nullable Boolean cancelByAbsenceOrNull,
        @JsonProperty("recovery") @Nullable Boolean recoveryOrNull) {

    AccountForm {
        if (secret == null || secret.isBlank()) {
            throw new Refusal(400, "321", "secret is absent (expected: the account's secret)");
        }
    }

    boolean namesItems() {
        return namesItemsOrNull == null || namesItemsOrNull;
    }

    boolean recovery() {
        return recoveryOrNull != null && recoveryOrNull;
    }

    boolean cancelByAbsence() {
        return cancelByAbsenceOrNull != null && cancelByAbsenceOrNull;
    }
}
