package io.serai.console.content;

import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.content.photo.Captions;
import io.serai.content.photo.Photo;
import io.serai.content.photo.PhotoBook;
import io.serai.content.photo.PhotoShelf;
import io.serai.content.photo.PhotoWishes;
import io.serai.content.photo.RoomsShown;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is said of a hotel's photos, taking them away, and having channels told. */
@Controller
@RequestMapping("/hotels/{hotel}/content/photos")
class PhotoActs {

    private static final String CAPTION = "caption.";

    private final PhotoDesk desk;
    private final PhotoAnswers answers;
    private final PhotoShelf shelf;

    PhotoActs(PhotoDesk desk, PhotoAnswers answers, PhotoShelf shelf) {
        this.desk = desk;
        this.answers = answers;
        this.shelf = shelf;
    }

    /** Writes what stands below one, and which rooms it shows. */
    @PostMapping("/{photo}")
    String save(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("photo") long photo,
            @RequestParam MultiValueMap<String, String> entered,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Map<String, String> captions = new TreeMap<>();
        entered.forEach(
                (name, values) -> {
                    String text = values.get(0).strip();
                    if (name.startsWith(CAPTION) && !text.isEmpty()) {
                        captions.put(name.substring(CAPTION.length()), text);
                    }
                });
        PhotoSaid said =
                one(
                        user,
                        hotel,
                        photo,
                        (session, book) ->
                                save(
                                        RoomsShown.of(session, hotel),
                                        book,
                                        photo,
                                        captions,
                                        entered.get("rooms")));
        return answers.answer(user, hotel, said, fragment, model, response, next);
    }

    private static PhotoSaid save(
            Map<String, Integer> types,
            PhotoBook book,
            long photo,
            Map<String, String> captions,
            @Nullable List<String> codes) {
        Optional<String> wrong =
                captions.entrySet().stream()
                        .flatMap(each -> Captions.expected(each.getKey(), each.getValue()).stream())
                        .findFirst();
        if (wrong.isPresent()) {
            return PhotoSaid.not("Not saved. Expected: " + wrong.get() + ".");
        }
        book.caption(photo, captions);
        book.show(
                photo,
                Objects.requireNonNullElse(codes, List.<String>of()).stream()
                        .map(types::get)
                        .filter(Objects::nonNull)
                        .toList());
        return PhotoSaid.done("Saved.");
    }

    /** Makes one the main photo, has it sent again, or takes it away. */
    @PostMapping("/{photo}/{act}")
    String act(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("photo") long photo,
            @PathVariable("act") String act,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        PhotoSaid said =
                switch (act) {
                    case "main" -> one(user, hotel, photo, (session, book) -> main(book, photo));
                    case "send-again" -> sendAgain(user, hotel, photo);
                    case "remove" -> remove(user, hotel, photo);
                    default -> throw new NotHere("act '" + act + "'");
                };
        return answers.answer(user, hotel, said, fragment, model, response, next);
    }

    /** Has the hotel's channels told of its photos now. */
    @PostMapping("/sync")
    String sync(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        int told = desk.at(user, hotel, (session, book) -> PhotoWishes.begin(session, hotel));
        PhotoSaid said = PhotoSaid.done("Channels that are told now: " + told + ".");
        return answers.answer(user, hotel, said, fragment, model, response, next);
    }

    private static PhotoSaid main(PhotoBook book, long photo) {
        book.makeMain(photo);
        return PhotoSaid.done("It is the main photo now.");
    }

    private PhotoSaid sendAgain(SignedIn user, int hotel, long photo) {
        return desk.at(
                        user,
                        hotel,
                        (session, book) -> {
                            int again = book.sendAgain(PhotoDesk.find(book, photo).id());
                            PhotoWishes.begin(session, hotel);
                            return PhotoSaid.done(
                                    "Channels that it is sent to again: " + again + ".");
                        })
                .of(photo);
    }

    private PhotoSaid remove(SignedIn user, int hotel, long photo) {
        Photo gone =
                desk.at(
                        user,
                        hotel,
                        (session, book) -> {
                            Photo found = PhotoDesk.find(book, photo);
                            book.remove(found);
                            return found;
                        });
        shelf.forget(gone.token(), gone.type());
        return PhotoSaid.done(
                "It is removed here; channels are told when they are told of photos next.");
    }

    private PhotoSaid one(
            SignedIn user,
            int hotel,
            long photo,
            BiFunction<JdbcClient, PhotoBook, PhotoSaid> work) {
        return desk.at(
                user,
                hotel,
                (session, book) -> {
                    PhotoDesk.find(book, photo);
                    return work.apply(session, book).of(photo);
                });
    }
}
