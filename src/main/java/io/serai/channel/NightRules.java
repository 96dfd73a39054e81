package io.serai.channel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a channel takes what is sold night by night.
 *
 * @param fields how each field of a night is taken
 * @param furthest the most nights from today on that it takes; null for no bound of its own
 * @param options what is set for each hotel there, and changes how fields are taken
 * @param pricing the fields that a pricing model takes otherwise, by the model's name
 * @param priceBounds the prices that it takes of any hotel
 * @param together groups of fields that are sent together while what is held of one is not certain
 */
public record NightRules(
        Map<String, FieldRule> fields,
        @Nullable Integer furthest,
        Map<String, FieldOption> options,
        Map<String, Map<String, FieldRule>> pricing,
        PriceRange priceBounds,
        List<Set<String>> together) {

    public NightRules {
        fields = ChannelDefinition.inOrder(fields);
        options = ChannelDefinition.inOrder(options);
        pricing = ChannelDefinition.inOrder(pricing);
        priceBounds = Objects.requireNonNullElse(priceBounds, PriceRange.UNSAID);
        together = List.copyOf(Objects.requireNonNullElse(together, List.of()));
    }

    /** How each field is taken from a connection with this pricing model. */
    public Map<String, FieldRule> fields(String model) {
        Map<String, FieldRule> all = new LinkedHashMap<>(fields);
        all.putAll(pricing.getOrDefault(model, Map.of()));
        return Collections.unmodifiableMap(all);
    }

    /** The fields that must be sent when this one is, without itself. */
    public Set<String> companions(String field) {
        List<String> companions = new ArrayList<>();
        together.stream().filter(group -> group.contains(field)).forEach(companions::addAll);
        companions.removeIf(field::equals);
        return Set.copyOf(companions);
    }

    /**
     * The same for a hotel whose connection is configured so.
     *
     * @param configuration gives what a connection's configuration says under a key
     */
    NightRules configured(UnaryOperator<@Nullable String> configuration) {
        Map<String, FieldRule> chosen = new LinkedHashMap<>(fields);
        options.forEach(
                (name, option) ->
                        chosen.putAll(option.fields(configuration.apply(name.replace('-', '_')))));
        return new NightRules(chosen, furthest, options, pricing, priceBounds, together);
    }
}
