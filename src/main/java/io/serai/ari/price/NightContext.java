package io.serai.ari.price;

/**
 * What a price may depend on besides what was written for its night.
 *
 * @param product the product whose price is made
 * @param night in days since 1970-01-01
 * @param today the day at the hotel, in days since 1970-01-01
 * @param occupancies how much of the hotel is sold
 */
public record NightContext(PricedProduct product, int night, int today, Occupancies occupancies) {

    /** Where nothing is sold yet. */
    public NightContext(PricedProduct product, int night, int today) {
        this(product, night, today, Occupancies.NONE);
    }

    /** Days from today to the night; negative for past nights. */
    public int leadDays() {
        return night - today;
    }

    int roomTypeOccupancy() {
        return occupancies.ofRoomType(product.roomType(), night);
    }

    int hotelOccupancy() {
        return occupancies.ofHotel(night);
    }

    /** The same night for another product. */
    NightContext of(PricedProduct other) {
        return new NightContext(other, night, today, occupancies);
    }
}
