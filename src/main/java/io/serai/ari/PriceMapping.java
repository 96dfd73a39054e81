package io.serai.ari;

/** Turns the prices that a hotel set for a night into the ones that a channel takes. */
final class PriceMapping {

    private PriceMapping() {}

    /**
     * Writes the prices of a night into a wanted cell. A price per room at the channel is the one
     * for most guests here; one per room here is the price for any number of guests there. Prices
     * by length of stay go only where the channel takes them so, and nothing else goes there. A
     * price for one person is half of what two pay, rounded up to the minor unit. A price for each
     * guest here is as many times as much for any number of guests there. What is sent is in the
     * terms of the connection; differences are those of prices in its terms.
     *
     * @return whether the channel's rate gets a price that can be sold
     */
    static boolean write(Remote remote, PriceTerms terms, RateNight night, Cell wanted) {
        boolean byStayHere = remote.plan() == Pricing.LENGTH_OF_STAY;
        if (byStayHere != (remote.layout() == PriceLayout.STAY) || night.unpriced()) {
            return false;
        }
        long[] prices = terms.convert(byGuests(remote, night.prices()));
        return switch (remote.pricing()) {
            case PER_DAY -> put(wanted, 0, ofRoom(remote, prices));
            case PER_PERSON -> put(wanted, 0, ofPerson(remote, prices));
            case OCCUPANCY -> occupancies(remote, prices, wanted);
            case DERIVED -> offsets(remote, prices, wanted);
            case LENGTH_OF_STAY -> stays(prices, wanted, 0);
            case LENGTH_OF_STAY_PER_DAY ->
                    stays(prices, wanted, ofGuests(remote, prices) * remote.longestStay());
        };
    }

    /** A price for each guest, as prices for 1, 2, 3 … guests; others as they are. */
    private static long[] byGuests(Remote remote, long[] prices) {
        if (remote.plan() != Pricing.PER_PERSON) {
            return prices;
        }
        long[] times = new long[Math.max(remote.guests(), 2)];
        for (int guests = 1; guests <= times.length; guests++) {
            boolean sold = prices[0] != Cell.NONE && prices[0] <= Long.MAX_VALUE / guests;
            times[guests - 1] = sold ? prices[0] * guests : Cell.NONE;
        }
        return times;
    }

    private static boolean occupancies(Remote remote, long[] prices, Cell wanted) {
        boolean sold = false;
        for (int guests = 1; guests <= remote.guests(); guests++) {
            sold |= put(wanted, guests - 1, of(remote, prices, guests));
        }
        return sold;
    }

    private static boolean offsets(Remote remote, long[] prices, Cell wanted) {
        long base = ofRoom(remote, prices);
        if (!put(wanted, 0, base)) {
            return false;
        }
        for (int guests = 1; guests <= remote.guests(); guests++) {
            long price = of(remote, prices, guests);
            put(wanted, guests, price == Cell.NONE ? Cell.NONE : price - base);
        }
        return true;
    }

    private static boolean stays(long[] prices, Cell wanted, int first) {
        boolean sold = false;
        for (int position = 0; position < wanted.prices(); position++) {
            int here = first + position;
            sold |= here < prices.length && put(wanted, position, prices[here]);
        }
        return sold;
    }

    /**
     * The largest number of guests of the remote rate that a stay is priced for here, less one. An
     * array that ends early has no prices for what it leaves out.
     */
    private static int ofGuests(Remote remote, long[] prices) {
        int position = Math.min(remote.guests() * remote.longestStay(), prices.length) - 1;
        while (position > 0 && prices[position] == Cell.NONE) {
            position--;
        }
        return Math.max(position, 0) / remote.longestStay();
    }

    private static long ofPerson(Remote remote, long[] prices) {
        long two = of(remote, prices, 2);
        return two == Cell.NONE ? of(remote, prices, 1) : (two + 1) / 2;
    }

    /** For guests that no price is set for: the one for the next larger number of guests. */
    private static long of(Remote remote, long[] prices, int guests) {
        if (remote.plan() == Pricing.PER_DAY) {
            return prices[0];
        }
        for (int position = guests - 1; position < prices.length; position++) {
            if (prices[position] != Cell.NONE) {
                return prices[position];
            }
        }
        return Cell.NONE;
    }

    private static long ofRoom(Remote remote, long[] prices) {
        for (int guests = remote.guests(); guests >= 1; guests--) {
            long price = of(remote, prices, guests);
            if (price != Cell.NONE) {
                return price;
            }
        }
        return Cell.NONE;
    }

    private static boolean put(Cell wanted, int position, long price) {
        wanted.price(position, price);
        return price != Cell.NONE;
    }
}
