package io.serai.sandbox.expedia.notification;

import io.serai.sandbox.expedia.booking.Content;
import io.serai.sandbox.expedia.booking.SpecialRequest;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.wire.Tags;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Writes the room of a booking: products, rates by night, guests, payment, requests. */
final class RoomStay {

    /** Share of the price that the channel keeps where the hotel collects. */
    private static final String COMMISSION = "0.15";

    private final Hotel hotel;
    private final Content content;
    private final List<SpecialRequest> requests;
    private final String plan;

    RoomStay(Hotel hotel, Content content, List<SpecialRequest> requests) {
        this.hotel = hotel;
        this.content = content;
        this.requests = requests;
        this.plan = content.collect().idOf(content.shownPlan());
    }

    void write(Tags tags) {
        tags.open("RoomStay")
                .open("RoomTypes")
                .empty("RoomType", "IsRoom", true, "RoomTypeCode", content.shownRoom())
                .close("RoomTypes");
        plans(tags);
        rates(tags);
        guests(tags);
        tags.empty("TimeSpan", "Start", content.arrival(), "End", content.departure());
        new Payment(hotel, content).write(tags);
        total(tags);
        tags.empty("BasicPropertyInfo", "HotelCode", hotel.id())
                .open("ResGuestRPHs")
                .empty("ResGuestRPH", "RPH", 1)
                .close("ResGuestRPHs");
        requests(tags);
        tags.close("RoomStay");
    }

    private void plans(Tags tags) {
        tags.open("RatePlans");
        for (var night : content.nights().toList()) {
            tags.open(
                    "RatePlan",
                    "RatePlanCode",
                    plan,
                    "EffectiveDate",
                    night,
                    "ExpireDate",
                    night.plusDays(1));
            if (content.collect() == Collect.HOTEL) {
                tags.empty("Commission", "Percent", COMMISSION);
            }
            tags.close("RatePlan");
        }
        tags.close("RatePlans");
    }

    private void rates(Tags tags) {
        tags.open("RoomRates");
        var nights = content.nights().toList();
        for (int i = 0; i < nights.size(); i++) {
            rate(tags, nights.get(i), content.nightly().get(i), content.extraFees().get(i));
        }
        tags.close("RoomRates");
    }

    private void rate(Tags tags, LocalDate night, BigDecimal base, BigDecimal extra) {
        tags.open(
                        "RoomRate",
                        "EffectiveDate",
                        night,
                        "ExpireDate",
                        night.plusDays(1),
                        "RoomTypeCode",
                        content.shownRoom(),
                        "NumberOfUnits",
                        1,
                        "RatePlanCode",
                        plan,
                        "PromotionCode",
                        content.promotion())
                .open("Rates")
                .open(
                        "Rate",
                        "EffectiveDate",
                        night,
                        "ExpireDate",
                        night.plusDays(1),
                        "RateTimeUnit",
                        "Day",
                        "UnitMultiplier",
                        1)
                .empty("Base", "AmountBeforeTax", money(base), "CurrencyCode", hotel.currency());
        if (extra.signum() != 0) {
            tags.open("AdditionalGuestAmounts")
                    .open("AdditionalGuestAmount")
                    .empty(
                            "Amount",
                            "AmountBeforeTax",
                            money(extra),
                            "CurrencyCode",
                            hotel.currency())
                    .close("AdditionalGuestAmount", "AdditionalGuestAmounts");
        }
        tags.close("Rate", "Rates", "RoomRate");
    }

    private void guests(Tags tags) {
        tags.open("GuestCounts", "IsPerRoom", true)
                .empty("GuestCount", "AgeQualifyingCode", 10, "Count", content.adults());
        content.childAges()
                .forEach(
                        age ->
                                tags.empty(
                                        "GuestCount",
                                        "AgeQualifyingCode",
                                        8,
                                        "Age",
                                        age,
                                        "Count",
                                        1));
        tags.close("GuestCounts");
    }

    private void total(Tags tags) {
        var taxes = money(content.taxes());
        tags.open(
                        "Total",
                        "AmountAfterTax",
                        money(content.total()),
                        "CurrencyCode",
                        hotel.currency())
                .open("Taxes", "Amount", taxes, "CurrencyCode", hotel.currency())
                .empty(
                        "Tax",
                        "Type",
                        "Exclusive",
                        "Code",
                        27,
                        "Amount",
                        taxes,
                        "CurrencyCode",
                        hotel.currency())
                .close("Taxes", "Total");
    }

    private void requests(Tags tags) {
        if (requests.isEmpty()) {
            return;
        }
        tags.open("SpecialRequests");
        requests.forEach(
                request ->
                        tags.open(
                                        "SpecialRequest",
                                        "Language",
                                        "en-us",
                                        "RequestCode",
                                        request.code())
                                .text(
                                        "Text",
                                        request.text(),
                                        "Formatted",
                                        false,
                                        "Language",
                                        "en-us")
                                .close("SpecialRequest"));
        tags.close("SpecialRequests");
    }

    static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
