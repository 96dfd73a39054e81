package io.serai.hotel.night;

import java.util.List;

/**
 * What a request did, or would do.
 *
 * @param cells how many nights of products or room types it names
 * @param changed how many of them became something else
 * @param changes the first of these, where nothing was written
 */
public record Written(long cells, long changed, List<Change> changes) {

    /**
     * A night that would change.
     *
     * @param from as it is
     * @param to as it would be
     */
    public record Change(NightContent from, NightContent to) {}
}
