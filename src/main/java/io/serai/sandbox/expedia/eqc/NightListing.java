package io.serai.sandbox.expedia.eqc;

import static java.util.stream.Collectors.toMap;

import io.serai.sandbox.expedia.night.Nights;
import io.serai.sandbox.expedia.night.PlanNight;
import io.serai.sandbox.expedia.night.RoomNight;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.expedia.property.RoomType;
import io.serai.sandbox.wire.Tags;
import io.serai.sandbox.wire.Xml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Writes the nights of a hotel's room types and of the rate plans that can be sent to. */
final class NightListing {

    private static final int MOST_DAYS = 31;
    private static final int MOST_DAYS_OF_ONE = 365;

    private final Hotel hotel;
    private final Nights nights;
    private final Element wish;
    private final List<Element> asked;

    NightListing(Hotel hotel, Nights nights, Element wish) {
        this.hotel = hotel;
        this.nights = nights;
        this.wish = wish;
        this.asked = Xml.children(wish, "RoomType");
    }

    /** What is beyond 31 days, or 365 of a single rate plan, is left out. */
    void write(Tags tags, LocalDate from, LocalDate to) {
        long plans = asked.stream().mapToLong(it -> Xml.children(it, "RatePlan").size()).sum();
        LocalDate last = from.plusDays((plans == 1 ? MOST_DAYS_OF_ONE : MOST_DAYS) - 1L);
        tags.open("AvailRateList").empty("Hotel", "id", hotel.id());
        for (LocalDate day = from; !day.isAfter(to) && !day.isAfter(last); day = day.plusDays(1)) {
            tags.open("AvailRate", "date", day);
            for (RoomType room : hotel.rooms().values()) {
                if (isAsked(room)) {
                    write(tags, room, day);
                }
            }
            tags.close("AvailRate");
        }
        tags.close("AvailRateList");
    }

    private void write(Tags tags, RoomType room, LocalDate day) {
        RoomNight night =
                nights.rooms(List.of(room.id()), day, day).stream()
                        .findFirst()
                        .orElse(new RoomNight(room.id(), day, 0, 0, false));
        tags.open(
                "RoomType",
                "id",
                room.id(),
                "closed",
                wants("roomAvailStatus") ? night.closed() : null);
        if (wants("inventory")) {
            int base = night.unsoldOf(room.baseAllocation());
            tags.empty(
                    "Inventory",
                    "baseAllocation",
                    base,
                    "flexibleAllocation",
                    Math.max(0, night.available() - base),
                    "totalInventoryAvailable",
                    night.available(),
                    "totalInventorySold",
                    night.sold());
        }
        Map<String, PlanNight> told =
                nights.plans(room.plans().keySet(), day, day).stream()
                        .collect(toMap(PlanNight::plan, Function.identity()));
        for (RatePlan plan : room.plans().values()) {
            if (isAsked(room, hotel.manageableId(plan))) {
                write(tags, plan, told.get(plan.id()));
            }
        }
        tags.close("RoomType");
    }

    private void write(Tags tags, RatePlan plan, @Nullable PlanNight night) {
        boolean closed = night != null && Boolean.TRUE.equals(night.closed());
        tags.open(
                "RatePlan",
                "id",
                hotel.manageableId(plan),
                "closed",
                wants("rateAvailStatus") ? closed : null);
        if (night != null && wants("rates") && !night.rates().isEmpty()) {
            rates(tags, plan, night.rates());
        }
        if (wants("restrictions")) {
            tags.empty(
                    "Restrictions",
                    "minLOS",
                    night == null || night.minLos() == null ? plan.leastLos() : night.minLos(),
                    "maxLOS",
                    night == null || night.maxLos() == null ? plan.mostLos() : night.maxLos(),
                    "closedToArrival",
                    night != null && Boolean.TRUE.equals(night.cta()),
                    "closedToDeparture",
                    night != null && Boolean.TRUE.equals(night.ctd()));
        }
        tags.close("RatePlan");
    }

    private void rates(Tags tags, RatePlan plan, List<@Nullable BigDecimal> rates) {
        tags.open("Rate", "currency", hotel.currency().getCurrencyCode());
        for (int number = 1; number <= rates.size(); number++) {
            BigDecimal rate = rates.get(number - 1);
            if (rate != null && plan.pricing().byOccupancy()) {
                tags.empty("PerOccupancy", "rate", rate, "occupancy", number);
            } else if (rate != null) {
                tags.empty("PerDay", "rate", rate);
            }
        }
        tags.close("Rate");
    }

    private boolean wants(String part) {
        return !wish.getAttribute(part).equals("false") && !wish.getAttribute(part).equals("0");
    }

    private boolean isAsked(RoomType room) {
        return asked.isEmpty()
                || asked.stream().anyMatch(it -> it.getAttribute("id").equals(room.id()));
    }

    private boolean isAsked(RoomType room, String plan) {
        List<Element> plans =
                asked.stream()
                        .filter(it -> it.getAttribute("id").equals(room.id()))
                        .flatMap(it -> Xml.children(it, "RatePlan").stream())
                        .toList();
        return plans.isEmpty() || plans.stream().anyMatch(it -> it.getAttribute("id").equals(plan));
    }
}
