package io.serai.console.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.Desk;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.content.ContentBook;
import io.serai.content.HotelContent;
import io.serai.content.PartId;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a hotel says of itself, part by part, beside what each channel holds of it. */
@Controller
@RequestMapping("/hotels/{hotel}/content")
class ContentPage {

    private final Desk desk;
    private final ContentFrame around;
    private final ContentBook book;
    private final PartSheets sheets;

    ContentPage(Desk desk, ContentFrame around, ContentBook book, PartSheets sheets) {
        this.desk = desk;
        this.around = around;
        this.book = book;
        this.sheets = sheets;
    }

    @GetMapping
    String first(@PathVariable("hotel") int hotel) {
        return "redirect:/hotels/" + hotel + "/content/" + ContentTab.PROPERTY.word();
    }

    /**
     * The parts of a kind.
     *
     * @param asked the name of one of several; null: the first
     * @param language one to add to those that texts are written in
     */
    @GetMapping("/{tab}")
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("tab") String tab,
            @RequestParam(name = "part", required = false) @Nullable String asked,
            @RequestParam(name = "language", required = false) @Nullable String language,
            Model model) {
        ContentTab at = ContentTab.of(tab).orElseThrow(() -> new NotHere("sheet '" + tab + "'"));
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    HotelContent content = book.of(session, hotel);
                    List<Map.Entry<PartId, ObjectNode>> parts =
                            PartSheets.ofKind(content, at.kind());
                    around.tabs(model, user, here, at.word());
                    around.parts(model, at, parts);
                    SortedSet<String> languages = Languages.of(content, language);
                    model.addAttribute("languages", languages);
                    model.addAttribute(
                            "problem",
                            language == null || Languages.isOne(language)
                                    ? null
                                    : "'"
                                            + language
                                            + "' is no language (expected: as fr or pt-BR)");
                    parts.stream()
                            .filter(each -> asked == null || each.getKey().name().equals(asked))
                            .findFirst()
                            .ifPresentOrElse(
                                    each -> {
                                        PartId part = each.getKey();
                                        ObjectNode now = each.getValue();
                                        model.addAttribute(
                                                "sheet",
                                                sheets.of(part, now, now, languages, List.of()));
                                        around.held(model, session, here, part);
                                    },
                                    () -> {
                                        if (asked != null) {
                                            throw new NotHere("part '" + asked + "'");
                                        }
                                    });
                    return "content/page";
                });
    }

    /** What channels hold of a part; nothing when that is as it was seen. */
    @GetMapping("/held")
    Object held(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("part") String part,
            @RequestParam("seen") String seen,
            Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    PartId found =
                            book.of(session, hotel).parts().keySet().stream()
                                    .filter(each -> each.name().equals(part))
                                    .findFirst()
                                    .orElseThrow(() -> new NotHere("part '" + part + "'"));
                    around.tabs(model, user, here, "");
                    return around.held(model, session, here, found).equals(seen)
                            ? ResponseEntity.noContent().build()
                            : "content/held :: held";
                });
    }
}
