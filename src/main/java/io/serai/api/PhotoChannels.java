package io.serai.api;

import io.serai.api.PhotoView.AtChannel;
import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoAddresses;
import io.serai.content.photo.PhotosAtChannels;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows photos with how far they are at those of the hotel's channels that take photos. */
@Component
class PhotoChannels {

    private final PhotosAtChannels channels;
    private final PhotoAddresses addresses;

    PhotoChannels(PhotosAtChannels channels, PhotoAddresses addresses) {
        this.channels = channels;
        this.addresses = addresses;
    }

    List<PhotoView> views(JdbcClient session, int hotel, List<Photo> photos) {
        Map<Long, List<PhotosAtChannels.At>> at = channels.of(session, hotel, photos);
        return photos.stream()
                .map(
                        photo ->
                                PhotoView.of(
                                        photo,
                                        addresses,
                                        at.getOrDefault(photo.id(), List.of()).stream()
                                                .map(AtChannel::of)
                                                .toList()))
                .toList();
    }
}
