package io.serai.console.content;

import io.serai.console.Hotel;
import io.serai.console.access.SignedIn;
import io.serai.content.ContentBook;
import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoAddresses;
import io.serai.content.photo.PhotoBook;
import io.serai.content.photo.PhotosAtChannels;
import io.serai.content.photo.Pictures;
import io.serai.content.photo.RoomsShown;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays a hotel's photos out to be worked on; in the caller's transaction. */
@Component
class PhotoCards {

    private static final String HERE = "/photos/";
    private static final int MEGA = 1_000_000;

    private final ContentFrame around;
    private final ContentBook book;
    private final PhotosAtChannels channels;
    private final PhotoAddresses addresses;
    private final Pictures pictures;

    PhotoCards(
            ContentFrame around,
            ContentBook book,
            PhotosAtChannels channels,
            PhotoAddresses addresses,
            Pictures pictures) {
        this.around = around;
        this.book = book;
        this.channels = channels;
        this.addresses = addresses;
        this.pictures = pictures;
    }

    /**
     * Gives a page all of a hotel; returns what tells whether anything moved at channels.
     *
     * @param language one to add to those that captions are written in
     */
    String show(
            Model model,
            JdbcClient session,
            SignedIn user,
            Hotel hotel,
            @Nullable String language) {
        PhotoBook photos = new PhotoBook(session, hotel.id());
        List<Photo> all = photos.all();
        Map<Long, List<PhotosAtChannels.At>> at = channels.of(session, hotel.id(), all);
        SortedSet<String> languages = Languages.of(book.of(session, hotel.id()), language);
        all.forEach(photo -> languages.addAll(photo.captions().keySet()));
        String seen = Integer.toHexString(states(at).hashCode());
        around.tabs(model, user, hotel, "photos");
        model.addAttribute("cards", all.stream().map(photo -> card(photo, at)).toList());
        model.addAttribute("rooms", RoomsShown.of(session, hotel.id()).keySet());
        model.addAttribute("languages", languages);
        model.addAttribute("most", pictures.most());
        model.addAttribute("mostMega", pictures.mostBytes() / MEGA);
        model.addAttribute("seen", seen);
        return seen;
    }

    private static List<String> states(Map<Long, List<PhotosAtChannels.At>> at) {
        return at.entrySet().stream().map(Object::toString).toList();
    }

    private PhotoCard card(Photo photo, Map<Long, List<PhotosAtChannels.At>> at) {
        return new PhotoCard(
                photo,
                here(addresses.thumbnail(photo.token(), photo.type())),
                here(addresses.picture(photo.token(), photo.type())),
                at.getOrDefault(photo.id(), List.of()));
    }

    /** Pages load pictures from where they come from themselves, whatever channels are told. */
    private static String here(String address) {
        return HERE + address.substring(address.lastIndexOf('/') + 1);
    }
}
