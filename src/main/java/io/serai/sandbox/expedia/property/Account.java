package io.serai.sandbox.expedia.property;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A partner's account, with one sign-in for XML and REST and one for GraphQL.
 *
 * @param user of XML and REST
 * @param clientId of OAuth
 * @param hotelRequired whether Booking Retrieval demands a hotel
 * @param readBack whether it may still read rates and counts
 * @param provider the name under which it may create properties; null where it may not
 * @param notification where Booking Notification goes; null where nowhere
 * @param imageHosts hosts that images are fetched from
 * @param productManagement whether it may make units and rate plans by GraphQL
 * @param partner the partner's code in Booking Notification
 */
public record Account(
        String name,
        String user,
        String clientId,
        Delivery delivery,
        boolean hotelRequired,
        boolean readBack,
        @Nullable String provider,
        @Nullable Notification notification,
        Set<String> imageHosts,
        boolean productManagement,
        String partner) {

    /** An address of the partner, and the sign-in it gave Expedia for it. */
    public record Notification(String url, String user, String password) {}
}
