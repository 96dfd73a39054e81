package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoBook;
import io.serai.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The photos that are given to a hotel to look at. */
class DemoPhotosTests {

    @Test
    void givesAHotelWithoutPhotosSomeOnce() {
        Story story = Story.begin(1);
        DemoPhotos demo = story.serai().part(DemoPhotos.class);

        demo.paint(story.hotel());
        demo.paint(story.hotel());

        List<Photo> photos = new PhotoBook(story.sql(), story.hotel()).all();
        assertThat(photos).hasSize(4).allMatch(photo -> photo.width() == 1600);
        assertThat(photos).filteredOn(Photo::main).hasSize(1);
        assertThat(photos.get(0).captions()).containsEntry("en", "The house by the sea");
    }
}
