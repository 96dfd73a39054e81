package io.serai.ari;

/** Turns the prices that a hotel set for a night into the ones that a channel takes. */
final class PriceMapping {

    private PriceMapping() {}

    /**
     * Writes the prices of a night into a wanted cell. A price per room at the channel is the one
     * for most guests here; one per room here is the price for any number of guests there. Prices
     * by length of stay go only where the channel takes them so, and nothing else goes there. A
     * price for one person is half of what two pay, rounded up to the minor unit.
     *
     * @return whether the channel's rate gets a price that can be sold
     */
    static boolean write(Remote remote, RateNight night, Cell wanted) {
        boolean byStayHere = remote.plan() == Pricing.LENGTH_OF_STAY;
        if (byStayHere != (remote.layout() == PriceLayout.STAY) || night.unpriced()) {
            return false;
        }
        return switch (remote.pricing()) {
            case PER_DAY -> put(wanted, 0, ofRoom(remote, night));
            case PER_PERSON -> put(wanted, 0, ofPerson(remote, night));
            case OCCUPANCY -> occupancies(remote, night, wanted);
            case DERIVED -> offsets(remote, night, wanted);
            case LENGTH_OF_STAY -> stays(night, wanted, 0);
            case LENGTH_OF_STAY_PER_DAY ->
                    stays(night, wanted, ofGuests(remote, night) * remote.longestStay());
        };
    }

    private static boolean occupancies(Remote remote, RateNight night, Cell wanted) {
        boolean sold = false;
        for (int guests = 1; guests <= remote.guests(); guests++) {
            sold |= put(wanted, guests - 1, of(remote, night, guests));
        }
        return sold;
    }

    private static boolean offsets(Remote remote, RateNight night, Cell wanted) {
        long base = ofRoom(remote, night);
        if (!put(wanted, 0, base)) {
            return false;
        }
        for (int guests = 1; guests <= remote.guests(); guests++) {
            long price = of(remote, night, guests);
            put(wanted, guests, price == Cell.NONE ? Cell.NONE : price - base);
        }
        return true;
    }

    private static boolean stays(RateNight night, Cell wanted, int first) {
        boolean sold = false;
        for (int position = 0; position < wanted.prices(); position++) {
            int here = first + position;
            sold |= here < night.prices().length && put(wanted, position, night.prices()[here]);
        }
        return sold;
    }

    /**
     * The largest number of guests of the remote rate that a stay is priced for here, less one. An
     * array that ends early has no prices for what it leaves out.
     */
    private static int ofGuests(Remote remote, RateNight night) {
        int position = Math.min(remote.guests() * remote.longestStay(), night.prices().length) - 1;
        while (position > 0 && night.prices()[position] == Cell.NONE) {
            position--;
        }
        return Math.max(position, 0) / remote.longestStay();
    }

    private static long ofPerson(Remote remote, RateNight night) {
        long two = of(remote, night, 2);
        return two == Cell.NONE ? of(remote, night, 1) : (two + 1) / 2;
    }

    /** For guests that no price is set for: the one for the next larger number of guests. */
    private static long of(Remote remote, RateNight night, int guests) {
        if (remote.plan() == Pricing.PER_DAY) {
            return night.prices()[0];
        }
        for (int position = guests - 1; position < night.prices().length; position++) {
            if (night.prices()[position] != Cell.NONE) {
                return night.prices()[position];
            }
        }
        return Cell.NONE;
    }

    private static long ofRoom(Remote remote, RateNight night) {
        for (int guests = remote.guests(); guests >= 1; guests--) {
            long price = of(remote, night, guests);
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
