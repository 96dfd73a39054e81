package io.serai.hotel.sale;

import io.serai.ari.price.PricedProduct;
import io.serai.delivery.price.HotelPrices;
import io.serai.delivery.price.PriceBook;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a hotel sells and how its prices are made, as of one moment: room types, plans and rules,
 * and nothing that is written of a night.
 */
public record SaleTerms(SoldHotel hotel, HotelPrices prices) {

    /**
     * Reads those of a hotel.
     *
     * @param session what sees it
     */
    public static SaleTerms read(JdbcClient session, int hotel) {
        var sold = SoldHotel.read(session, hotel);
        return new SaleTerms(
                sold, new PriceBook(session).of(hotel, (int) sold.today().toEpochDay()));
    }

    /** The plan of this code as sold for the room type of this code. */
    public Optional<PricedProduct> product(String roomType, String ratePlan) {
        return prices.products().values().stream()
                .filter(it -> it.plan().code().equals(ratePlan))
                .filter(it -> hotel.type(it.roomType()).code().equals(roomType))
                .findFirst();
    }
}
