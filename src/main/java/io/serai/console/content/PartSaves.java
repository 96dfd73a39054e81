package io.serai.console.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.Desk;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import io.serai.content.ContentBook;
import io.serai.content.ContentParts;
import io.serai.content.HotelContent;
import io.serai.content.PartId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Saves a part of a hotel's content where it was written. */
@Controller
class PartSaves {

    private static final String CHANGED =
            "Somebody else wrote meanwhile. Below is what you entered; save again to write it, or open the page anew to see theirs.";

    private final Desk desk;
    private final ContentFrame around;
    private final ContentBook book;
    private final ContentParts parts;
    private final PartSheets sheets;

    PartSaves(
            Desk desk,
            ContentFrame around,
            ContentBook book,
            ContentParts parts,
            PartSheets sheets) {
        this.desk = desk;
        this.around = around;
        this.book = book;
        this.parts = parts;
        this.sheets = sheets;
    }

    /**
     * Replaces a part; channels are told with the next day's sync, or when somebody wants it.
     *
     * @param seen the version that the user saw
     */
    @PostMapping("/hotels/{hotel}/content/parts")
    String save(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("part") String name,
            @RequestParam("seen") String seen,
            @RequestParam MultiValueMap<String, String> entered,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    parts.hold(session, hotel);
                    HotelContent content = book.of(session, hotel);
                    Map.Entry<PartId, ObjectNode> found = find(content, name);
                    PartId part = found.getKey();
                    ObjectNode said = new ContentEntered(entered).read(sheets.schema(part.kind()));
                    boolean newer = !PartSheets.version(found.getValue()).equals(seen);
                    List<String> problems =
                            newer ? List.of(CHANGED) : parts.faults(part, found.getValue(), said);
                    String tab = ContentTab.ofKind(part.kind()).orElseThrow().word();
                    if (problems.isEmpty()) {
                        parts.write(session, hotel, part, said);
                        String words = "Saved. Channels are told tonight, or now by “Send now”.";
                        if (fragment == null) {
                            next.addFlashAttribute("said", words);
                            return "redirect:" + address(hotel, tab, name);
                        }
                        model.addAttribute("said", words);
                        content = book.of(session, hotel);
                        said = find(content, name).getValue();
                    } else {
                        response.setStatus(
                                (newer ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY)
                                        .value());
                    }
                    SortedSet<String> languages = Languages.of(content, null);
                    ContentTab at = ContentTab.of(tab).orElseThrow();
                    around.tabs(model, user, here, tab);
                    around.parts(model, at, PartSheets.ofKind(content, part.kind()));
                    ObjectNode now = find(content, name).getValue();
                    languages.addAll(entered(entered));
                    model.addAttribute("languages", languages);
                    model.addAttribute("sheet", sheets.of(part, said, now, languages, problems));
                    around.held(model, session, here, part);
                    return fragment == null ? "content/page" : "content/part :: saved";
                });
    }

    /** Languages that texts were entered in. */
    private static List<String> entered(MultiValueMap<String, String> entered) {
        return entered.keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .filter(Languages::isOne)
                .distinct()
                .toList();
    }

    private static Map.Entry<PartId, ObjectNode> find(HotelContent content, String name) {
        return content.parts().entrySet().stream()
                .filter(each -> each.getKey().name().equals(name))
                .filter(each -> ContentTab.ofKind(each.getKey().kind()).isPresent())
                .findFirst()
                .orElseThrow(() -> new NotHere("part '" + name + "'"));
    }

    private static String address(int hotel, String tab, String part) {
        return UriComponentsBuilder.fromPath("/hotels/{hotel}/content/{tab}")
                .queryParam("part", "{part}")
                .encode()
                .buildAndExpand(hotel, tab, part)
                .toUriString();
    }
}
