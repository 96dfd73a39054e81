package io.serai.delivery;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which prices are held for approval where the hotel says nothing.
 *
 * @param mostJump by how many percent a price may be above the nights around it, and they above it
 * @param nightsAround nights before and after that a price is compared with; 0: none
 */
@ConfigurationProperties("serai.prices")
public record GateSettings(
        @DefaultValue("200") BigDecimal mostJump, @DefaultValue("3") int nightsAround) {

    private static final int MOST_NIGHTS = 30;

    public GateSettings {
        if (mostJump.signum() <= 0) {
            throw new IllegalArgumentException(
                    "serai.prices.most-jump: " + mostJump + " (expected: percent above 0)");
        }
        if (nightsAround < 0 || nightsAround > MOST_NIGHTS) {
            throw new IllegalArgumentException(
                    "serai.prices.nights-around: "
                            + nightsAround
                            + " (expected: 0 to "
                            + MOST_NIGHTS
                            + ")");
        }
    }
}
