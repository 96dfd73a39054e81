package io.serai.ari;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of one night of one of a channel's rooms or rates: wanted, held, or what differs. A
 * value that it does not have is {@link #NONE}. Yes and no are 1 and 0; money is in minor units.
 */
public final class Cell {

    /** The absence of a value. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long[] NO_PRICES = {};

    private final int[] values;
    private final long[] prices;

    private Cell(int[] values, long[] prices) {
        this.values = values;
        this.prices = prices;
    }

    /** A cell without values, with room for so many prices. */
    public static Cell empty(int prices) {
        int[] values = new int[Field.COUNT];
        Arrays.fill(values, Integer.MIN_VALUE);
        return new Cell(values, noPrices(prices));
    }

    private static long[] noPrices(int count) {
        if (count == 0) {
            return NO_PRICES;
        }
        long[] prices = new long[count];
        Arrays.fill(prices, NONE);
        return prices;
    }

    /** Whether it has a value for the field. */
    public boolean has(Field field) {
        return values[field.ordinal()] != Integer.MIN_VALUE;
    }

    /** The value of a field it {@link #has}. */
    public int get(Field field) {
        return values[field.ordinal()];
    }

    public Cell set(Field field, int value) {
        values[field.ordinal()] = value;
        return this;
    }

    public Cell set(Field field, boolean value) {
        return set(field, value ? 1 : 0);
    }

    /** How many positions for prices it has. */
    public int prices() {
        return prices.length;
    }

    /** The price at a position, or {@link #NONE}, also beyond its last. */
    public long price(int position) {
        return position < prices.length ? prices[position] : NONE;
    }

    public Cell price(int position, long minor) {
        prices[position] = minor;
        return this;
    }

    /** Whether it has no price at all. */
    boolean isUnpriced() {
        for (long price : prices) {
            if (price != NONE) {
                return false;
            }
        }
        return true;
    }

    /** Whether both have the same prices. */
    boolean samePrices(Cell other) {
        return Arrays.equals(prices, other.prices);
    }

    /** Whether it has all prices of another, and perhaps more. */
    boolean hasPricesOf(Cell other) {
        for (int position = 0; position < other.prices.length; position++) {
            if (other.prices[position] != NONE && price(position) != other.prices[position]) {
                return false;
            }
        }
        return true;
    }

    /** Its prices as one text, to be compared as a whole. */
    public String pricesText() {
        return Arrays.stream(prices)
                .mapToObj(price -> price == NONE ? "" : Long.toString(price))
                .collect(Collectors.joining(","));
    }

    /** The value that goes by this name, as text; null when it has none. */
    public @Nullable String text(String name, PriceLayout layout) {
        Field field = Field.of(name);
        if (field != null) {
            return has(field) ? Integer.toString(get(field)) : null;
        }
        if (layout == PriceLayout.STAY) {
            return isUnpriced() ? null : pricesText();
        }
        for (int position = 0; position < prices.length; position++) {
            if (prices[position] != NONE && layout.name(position).equals(name)) {
                return Long.toString(prices[position]);
            }
        }
        return null;
    }

    /** What it has among these bits: itself when that is all. */
    Cell only(int bits, PriceLayout layout) {
        if ((bits(layout) & ~bits) == 0) {
            return this;
        }
        Cell part = empty(prices.length);
        for (Field field : Field.values()) {
            if ((field.bit() & bits) != 0) {
                part.values[field.ordinal()] = values[field.ordinal()];
            }
        }
        for (int position = 0; position < prices.length; position++) {
            if ((layout.bit(position) & bits) != 0) {
                part.prices[position] = prices[position];
            }
        }
        return part;
    }

    /** What both have; where both have something, the other's. */
    Cell with(Cell other) {
        Cell both = new Cell(values.clone(), prices.clone());
        for (int field = 0; field < values.length; field++) {
            if (other.values[field] != Integer.MIN_VALUE) {
                both.values[field] = other.values[field];
            }
        }
        for (int position = 0; position < prices.length; position++) {
            if (other.price(position) != NONE) {
                both.prices[position] = other.prices[position];
            }
        }
        return both;
    }

    /** The bits of what it has, prices laid out so. */
    public int bits(PriceLayout layout) {
        int bits = 0;
        for (int field = 0; field < values.length; field++) {
            if (values[field] != Integer.MIN_VALUE) {
                bits |= 1 << field;
            }
        }
        for (int position = 0; position < prices.length; position++) {
            if (prices[position] != NONE) {
                bits |= layout.bit(position);
            }
        }
        return bits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell
                && Arrays.equals(values, cell.values)
                && Arrays.equals(prices, cell.prices);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(prices);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (Field field : Field.values()) {
            if (has(field)) {
                text.append(field.word()).append('=').append(get(field)).append(' ');
            }
        }
        return text.append("prices=").append(Arrays.toString(prices)).append('}').toString();
    }
}
