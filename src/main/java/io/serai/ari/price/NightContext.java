package io.serai.ari.price;

/**
 * What a price may depend on besides what was written for its night.
 *
 * @param product the product whose price is made
 * @param night in days since 1970-01-01
 * @param today the day at the hotel, in days since 1970-01-01
 * @param roomTypeOccupancy percent of the room type's rooms that are sold; {@link #UNKNOWN}
 * @param hotelOccupancy percent of the hotel's rooms that are sold; {@link #UNKNOWN}
 */
public record NightContext(
        PricedProduct product, int night, int today, int roomTypeOccupancy, int hotelOccupancy) {

    /** An occupancy that was not looked up. */
    public static final int UNKNOWN = -1;

    /** Without occupancies. */
    public NightContext(PricedProduct product, int night, int today) {
        this(product, night, today, UNKNOWN, UNKNOWN);
    }

    /** Days from today to the night; negative for past nights. */
    public int leadDays() {
        return night - today;
    }

    /** The same night for another product. */
    NightContext of(PricedProduct other) {
        return new NightContext(other, night, today, roomTypeOccupancy, hotelOccupancy);
    }
}
