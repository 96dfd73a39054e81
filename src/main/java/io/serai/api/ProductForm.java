package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.hotel.plan.PlanProduct;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a room type that a rate plan is to be sold for, with its usual prices. */
final class ProductForm {

    private static final String PRICES = "usualPrices";

    private final Form form;
    private final PricedHotel hotel;
    private final String expected;

    ProductForm(Form form, PricedHotel hotel) {
        this.form = form;
        this.hotel = hotel;
        this.expected = "a list of amounts as \"" + hotel.amount(13350L) + "\" or null, or null";
    }

    /**
     * @throws Problem 422 naming a field that is not what the contract says
     * @throws io.serai.hotel.plan.PlanRefused for what cannot be meant
     */
    PlanProduct product() {
        String code = form.text("roomType");
        Integer roomType = code == null ? null : hotel.roomTypes().get(code);
        if (roomType == null) {
            throw form.refusal("roomType", "'" + code + "'", "of " + hotel.roomTypes().keySet());
        }
        List<String> prices =
                form.list(
                        PRICES, expected, (JsonNode price) -> price.isNull() ? "" : price.asText());
        return new PlanProduct(0, roomType, prices == null ? null : minor(prices));
    }

    private List<@Nullable Long> minor(List<String> texts) {
        Long[] prices = new Long[texts.size()];
        for (int position = 0; position < prices.length; position++) {
            prices[position] =
                    texts.get(position).isEmpty()
                            ? null
                            : PlanProduct.price(
                                    texts.get(position), hotel.currency().getCurrencyCode());
        }
        return Arrays.asList(prices);
    }
}
