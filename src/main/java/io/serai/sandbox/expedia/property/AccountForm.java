package io.serai.sandbox.expedia.property;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.serai.sandbox.wire.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as the control face is told of it. */
record AccountForm(
        @Nullable String user,
        @Nullable String secret,
        @JsonProperty("client-id") @Nullable String clientId,
        @JsonProperty("client-secret") @Nullable String clientSecret,
        @Nullable Delivery delivery,
        @JsonProperty("hotel-required") boolean hotelRequired,
        @JsonProperty("read-back") boolean readBack,
        @JsonProperty("property-provider") @Nullable String provider,
        @JsonProperty("notification-url") @Nullable String notificationUrl,
        @JsonProperty("notification-user") @Nullable String notificationUser,
        @JsonProperty("notification-password") @Nullable String notificationPassword,
        @JsonProperty("image-hosts") @Nullable List<String> imageHosts,
        @JsonProperty("product-management") boolean productManagement,
        @Nullable String partner) {

    AccountForm {
        if (secret == null || secret.length() < 6 || secret.length() > 30) {
            throw new Refusal(
                    400,
                    "321",
                    "secret is absent or of another length (expected: 6 to 30 letters)");
        }
    }

    /** Hosts that images are fetched from; those of this machine where none are named. */
    String[] hosts() {
        return (imageHosts == null ? List.of("localhost", "127.0.0.1") : imageHosts)
                .toArray(String[]::new);
    }

    String userOr(String account) {
        var name = user == null ? account : user;
        if (name.length() < 4 || name.length() > 30) {
            throw new Refusal(400, "394", "user '" + name + "' (expected: 4 to 30 letters)");
        }
        return name;
    }
}
