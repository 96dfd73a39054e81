package io.serai.api;

import io.serai.channel.Channels;
import io.serai.delivery.Marks;
import io.serai.delivery.Part;
import io.serai.delivery.ReadBackWishes;
import io.serai.delivery.Wakes;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has channels told, or asked, on a caller's demand. */
@Component("apiSyncs")
public class ApiSyncs {

    private final Targets targets;
    private final Marks marks;
    private final ReadBackWishes readBacks;
    private final Channels channels;
    private final Wakes wakes;
    private final TransactionTemplate transaction;

    ApiSyncs(
            Targets targets,
            Marks marks,
            ReadBackWishes readBacks,
            Channels channels,
            Wakes wakes,
            TransactionTemplate transaction) {
        this.targets = targets;
        this.marks = marks;
        this.readBacks = readBacks;
        this.channels = channels;
        this.wakes = wakes;
        this.transaction = transaction;
    }

    /** Has all nights of a connection compared; what differs is sent. */
    public Begun connection(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return difference(caller, List.of(targets.open(caller, id)), Part.ALL);
    }

    /** As {@link #connection} for its rooms alone. */
    public Begun rooms(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return difference(caller, List.of(targets.open(caller, id)), Part.ROOMS);
    }

    /** As {@link #connection} for its prices and restrictions alone. */
    public Begun rates(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return difference(caller, List.of(targets.open(caller, id)), Part.RATES);
    }

    /** As {@link #connection} for all connections of a hotel that sell. */
    public Begun hotel(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        return difference(caller, targets.ofHotel(caller, id), Part.ALL);
    }

    private Begun difference(Caller caller, List<Target> all, Part part) {
        for (Target target : all) {
            targets.asked(caller, target, "sync" + part.words());
            transaction.executeWithoutResult(
                    status -> {
                        marks.look(target.id(), target.today(), target.last(), part);
                        wakes.afterCommit();
                    });
        }
        return Begun.of("sync", all);
    }

    /** Has a connection told a range of nights again as if it held nothing. */
    public Begun connectionWhole(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body Stretch.@Nullable Wish wish) {
        return whole(caller, List.of(targets.open(caller, id)), wish, Part.ALL);
    }

    /** As {@link #connectionWhole} for its rooms alone. */
    public Begun roomsWhole(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body Stretch.@Nullable Wish wish) {
        return whole(caller, List.of(targets.open(caller, id)), wish, Part.ROOMS);
    }

    /** As {@link #connectionWhole} for its prices and restrictions alone. */
    public Begun ratesWhole(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body Stretch.@Nullable Wish wish) {
        return whole(caller, List.of(targets.open(caller, id)), wish, Part.RATES);
    }

    /** As {@link #connectionWhole} for all connections of a hotel that sell. */
    public Begun hotelWhole(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body Stretch.@Nullable Wish wish) {
        return whole(caller, targets.ofHotel(caller, id), wish, Part.ALL);
    }

    private Begun whole(Caller caller, List<Target> all, Stretch.@Nullable Wish wish, Part part) {
        if (all.isEmpty()) {
            return Begun.of("full-sync", all);
        }
        Stretch nights = Stretch.of(wish, all.get(0).today(), all.get(0).last());
        targets.demandCodes(caller, all.get(0), "room_types", "roomTypes", nights.roomTypes());
        targets.demandCodes(caller, all.get(0), "rate_plans", "ratePlans", nights.ratePlans());
        for (Target target : all) {
            targets.asked(caller, target, "full-sync" + part.words() + " " + nights.words());
            transaction.executeWithoutResult(
                    status -> {
                        marks.tellAgain(
                                target.id(),
                                nights.from(),
                                nights.to(),
                                nights.roomTypes(),
                                nights.ratePlans(),
                                part);
                        wakes.afterCommit();
                    });
        }
        return Begun.of("full-sync", all, nights);
    }

    /** Has what the channel holds for a connection read and compared. */
    public Begun readBack(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.open(caller, id);
        if (channels.findByCode(target.provider()).filter(readBacks::isOffered).isEmpty()) {
            throw new Problem(
                    409,
                    "Not offered",
                    "provider: '" + target.provider() + "' (expected: one with port ari-read)");
        }
        if (!readBacks.want(target.id())) {
            throw new Problem(
                    409,
                    "Not offered",
                    "account: "
                            + target.account()
                            + " (expected: one that the channel lets read what it holds)");
        }
        targets.asked(caller, target, "read-back");
        return Begun.of("read-back", List.of(target));
    }
}
