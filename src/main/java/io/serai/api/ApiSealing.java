package io.serai.api;

import io.serai.vault.Resealing;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** How far everything is sealed by the newest master key. */
@Component("apiSealing")
public class ApiSealing {

    private final Resealing resealing;

    ApiSealing(Resealing resealing) {
        this.resealing = resealing;
    }

    /**
     * What older keys sealed.
     *
     * @param done whether there is none left, so that they may be retired
     * @param left values by table and column
     */
    public record Sealing(boolean done, Map<String, Long> left) {}

    /**
     * What is left of older keys now.
     *
     * @throws Problem 403 to others than engineers of all hotels
     */
    public Sealing show(@ExchangeProperty("caller") Caller caller) {
        Callers.demandEngineer(caller);
        Map<String, Long> left = resealing.left();
        return new Sealing(left.values().stream().allMatch(values -> values == 0), left);
    }
}
