package io.serai.console.content;

import io.serai.console.Desk;
import io.serai.console.Refusal;
import io.serai.console.access.SignedIn;
import io.serai.content.photo.NewPictures;
import io.serai.content.photo.PhotoBook;
import io.serai.content.photo.PhotoRefused;
import io.serai.content.photo.PhotoShelf;
import io.serai.content.photo.Picture;
import io.serai.content.photo.PictureRefused;
import io.serai.content.photo.Pictures;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes pictures in from a page, several at a time. */
@Controller
class PhotoUploads {

    private final Desk desk;
    private final PhotoAnswers answers;
    private final Pictures pictures;
    private final PhotoShelf shelf;

    PhotoUploads(Desk desk, PhotoAnswers answers, Pictures pictures, PhotoShelf shelf) {
        this.desk = desk;
        this.answers = answers;
        this.pictures = pictures;
        this.shelf = shelf;
    }

    /** Adds each that can be taken behind the others, and says why not of those that cannot. */
    @PostMapping("/hotels/{hotel}/content/photos")
    String upload(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("file") List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        desk.at(user, hotel, (session, here) -> here);
        List<String> refused = new ArrayList<>();
        int taken = 0;
        for (MultipartFile file : files) {
            try {
                take(user, hotel, pictures.read(file.getBytes()));
                taken++;
            } catch (PictureRefused | PhotoRefused wrong) {
                refused.add(
                        file.getOriginalFilename()
                                + " is not taken. "
                                + Refusal.of(wrong.getMessage()).words()
                                + ".");
            }
        }
        String words = taken == 1 ? "1 photo is added." : taken + " photos are added.";
        PhotoSaid said =
                refused.isEmpty()
                        ? PhotoSaid.done(words)
                        : PhotoSaid.not(
                                String.join(" ", refused) + (taken == 0 ? "" : " " + words));
        return answers.answer(user, hotel, said, fragment, model, response, next);
    }

    private void take(SignedIn user, int hotel, Picture picture) {
        shelf.keeping(
                picture,
                token ->
                        desk.at(
                                user,
                                hotel,
                                (session, here) ->
                                        NewPictures.take(
                                                new PhotoBook(session, hotel),
                                                picture,
                                                token,
                                                pictures.most())));
    }

    /** More at once than is taken. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    @ResponseStatus(
            code = org.springframework.http.HttpStatus.PAYLOAD_TOO_LARGE,
            reason = "Too large (expected: pictures within serai.photos.max-bytes, few at a time)")
    void tooLarge() {
        // the annotation says it all
    }
}
