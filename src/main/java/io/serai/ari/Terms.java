package io.serai.ari;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.FieldRule;
import io.serai.channel.Level;
import io.serai.channel.Sending;
import io.serai.channel.Substitute;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel takes of one of its rooms or rates: {@code channel.yaml}, looked up once for all
 * its nights.
 */
public final class Terms {

    private final Remote remote;
    private final PriceTerms prices;
    private final boolean priced;
    private final @Nullable FieldRule[] rules = new FieldRule[Field.COUNT];
    private final int[] companions = new int[Field.COUNT];
    private final Map<String, Integer> requests;
    private final boolean wholePrices;
    private final boolean keepsPrices;

    /**
     * Where prices go as they are.
     *
     * @param priced whether prices may be sent
     */
    public Terms(ChannelDefinition channel, Remote remote, boolean priced) {
        this(channel, remote, PriceTerms.UNCHANGED, priced);
    }

    /**
     * @param prices what a price becomes at the connection
     * @param priced whether prices may be sent: not while they cannot be said in its currency
     */
    public Terms(ChannelDefinition channel, Remote remote, PriceTerms prices, boolean priced) {
        this.remote = remote;
        this.prices = prices;

        Level level = remote.isRoom() ? Level.ROOM : Level.PRODUCT;
        Map<String, FieldRule> fields =
                remote.isRoom()
                        ? channel.nights().fields()
                        : channel.nights().fields(remote.pricing().word());
        for (Field field : Field.values()) {
            FieldRule rule = fields.get(field.word());
            if (field.level() == level) {
                rules[field.ordinal()] = rule;
                channel.nights().companions(field.word()).stream()
                        .map(Field::of)
                        .filter(Objects::nonNull)
                        .forEach(companion -> companions[field.ordinal()] |= companion.bit());
            }
        }
        FieldRule price = remote.isRoom() ? null : fields.get(remote.layout().word());
        this.priced = priced && price != null && price.taken();
        FieldRule base = remote.isRoom() ? null : fields.get("price");
        requests =
                bitsByRequest(
                        base == null ? null : base.request(),
                        price == null ? null : price.request());
        wholePrices = isVector(price);
        keepsPrices = !replaces(price);
    }

    /** Whether the prices sent for a night replace all that the channel had for it. */
    public static boolean replacesPrices(ChannelDefinition channel, Remote remote) {
        return !remote.isRoom()
                && replaces(
                        channel.nights()
                                .fields(remote.pricing().word())
                                .get(remote.layout().word()));
    }

    private static boolean replaces(@Nullable FieldRule price) {
        return price != null && isVector(price) && !price.keeps();
    }

    private static boolean isVector(@Nullable FieldRule price) {
        return price != null && price.send() == Sending.VECTOR;
    }

    /** The room or rate they are for. */
    public Remote remote() {
        return remote;
    }

    /** What a price becomes at the connection. */
    PriceTerms prices() {
        return prices;
    }

    /** Whether prices may be sent. */
    boolean priced() {
        return priced;
    }

    /** Whether all prices of a night are sent when one differs. */
    public boolean wholePrices() {
        return wholePrices;
    }

    /** Whether a price that was told stays on sale when it is told no more. */
    public boolean keepsPrices() {
        return keepsPrices;
    }

    /** The rule of a field at this level; null where the channel's file does not name it. */
    @Nullable FieldRule rule(Field field) {
        return rules[field.ordinal()];
    }

    /** Whether the channel takes the field. */
    boolean takes(Field field) {
        FieldRule rule = rule(field);
        return rule != null && rule.taken();
    }

    /** Whether a room type that is closed is told to have no rooms, too. */
    boolean closingEmpties() {
        FieldRule closed = rule(Field.ROOM_CLOSED);
        return closed != null && closed.empties();
    }

    /** What is done where the hotel set a field that the channel does not take. */
    Substitute substitute(Field field) {
        FieldRule rule = rule(field);
        return rule == null || rule.notTaken() == null ? Substitute.WARN : rule.notTaken();
    }

    /** Bits of the fields that go with a field. */
    int companions(Field field) {
        return companions[field.ordinal()];
    }

    /** The requests that carry its values, each with the bits of those it carries. */
    Map<String, Integer> requests() {
        return requests;
    }

    private Map<String, Integer> bitsByRequest(
            @Nullable String baseRequest, @Nullable String priceRequest) {
        Map<String, Integer> bits = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            FieldRule rule = rule(field);
            if (rule != null && rule.request() != null) {
                bits.merge(rule.request(), field.bit(), (a, b) -> a | b);
            }
        }
        for (int position = 0; position < remote.prices(); position++) {
            boolean base = remote.layout() == PriceLayout.OFFSETS && position == 0;
            String request = base ? baseRequest : priceRequest;
            if (request != null) {
                bits.merge(request, remote.layout().bit(position), (a, b) -> a | b);
            }
        }
        return bits;
    }
}
