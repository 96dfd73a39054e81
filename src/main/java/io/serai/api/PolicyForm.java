package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.hotel.plan.PolicyContent;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a request says of a cancellation policy; what cannot be meant is refused. */
final class PolicyForm {

    private static final Set<String> FIELDS =
            Set.of("code", "name", "freeUntilHours", "penalty", "penaltyValue");

    private PolicyForm() {}

    /**
     * @throws Problem 422 naming a field that is not what the contract says
     * @throws io.serai.hotel.plan.PlanRefused for what cannot be meant
     */
    static PolicyContent read(@Nullable ObjectNode body, PricedHotel hotel) {
        Form form = Form.of(body, FIELDS);
        return PolicyContent.meant(
                Objects.requireNonNullElse(form.text("code"), ""),
                Objects.requireNonNullElse(form.text("name"), ""),
                form.whole("freeUntilHours", 0, PolicyContent.MOST_HOURS),
                form.word("penalty", "none", PolicyContent.PENALTIES),
                form.decimal("penaltyValue", 4, "a number"),
                hotel.currency().getCurrencyCode());
    }
}
