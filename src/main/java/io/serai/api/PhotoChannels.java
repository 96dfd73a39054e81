package io.serai.api;

import io.serai.api.PhotoView.AtChannel;
import io.serai.channel.Channels;
import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoAddresses;
import io.serai.content.photo.PhotoBook;
import io.serai.content.photo.PhotoPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows photos with how far they are at those of the hotel's channels that take photos. */
@Component
class PhotoChannels {

    private final Channels channels;
    private final PhotoAddresses addresses;

    PhotoChannels(Channels channels, PhotoAddresses addresses) {
        this.channels = channels;
        this.addresses = addresses;
    }

    List<PhotoView> views(JdbcClient session, int hotel, List<Photo> photos) {
        Map<Integer, String> connections = connections(session, hotel);
        List<PhotoPlace> places = new PhotoBook(session, hotel).places();
        List<PhotoView> views = new ArrayList<>();
        for (Photo photo : photos) {
            List<AtChannel> shown = new ArrayList<>();
            connections.forEach(
                    (connection, provider) ->
                            shown.add(
                                    places.stream()
                                            .filter(place -> place.connection() == connection)
                                            .filter(place -> place.isOf(photo))
                                            .findFirst()
                                            .map(place -> AtChannel.of(place, provider))
                                            .orElseGet(
                                                    () -> AtChannel.unsent(connection, provider))));
            views.add(PhotoView.of(photo, addresses, shown));
        }
        return views;
    }

    private Map<Integer, String> connections(JdbcClient session, int hotel) {
        Map<Integer, String> connections = new LinkedHashMap<>();
        session.sql(
                        """
                        select id, provider from third_party_integrations where hotel_id = ? and state <> 'disconnected' order by id
                        """)
                .param(hotel)
                .query(
                        row -> {
                            String provider = row.getString("provider");
                            if (takesPhotos(provider)) {
                                connections.put(row.getInt("id"), provider);
                            }
                        });
        return connections;
    }

    private boolean takesPhotos(String provider) {
        return channels.findByCode(provider)
                .filter(channel -> channel.definition().photos() != null)
                .isPresent();
    }

    /** Keys of the hotel's room types, by code. */
    static Map<String, Integer> roomTypes(JdbcClient session, int hotel) {
        Map<String, Integer> types = new LinkedHashMap<>();
        session.sql("select code, id from room_types where hotel_id = ? order by code")
                .param(hotel)
                .query(
                        row -> {
                            types.put(row.getString("code"), row.getInt("id"));
                        });
        return types;
    }
}
