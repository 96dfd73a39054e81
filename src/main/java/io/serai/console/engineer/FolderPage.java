package io.serai.console.engineer;

import io.serai.console.NotHere;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.flow.trial.MappingTrial;
import io.serai.flow.trial.TrialUnderWay;
import io.serai.flow.trial.TriedMapping;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One folder: each of its files, and its mappings tried over their examples and over the messages
 * that were really received and sent.
 */
@Controller
@RequestMapping("/engineer/folders/{folder}")
@Needs(Right.ENGINEER)
class FolderPage {

    private final MappingTrial trial;
    private final EngineerDesk desk;

    FolderPage(MappingTrial trial, EngineerDesk desk) {
        this.trial = trial;
        this.desk = desk;
    }

    /**
     * @param mapping a text of the folder to edit a copy of
     */
    @GetMapping
    String folder(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("folder") String folder,
            @RequestParam(name = "mapping", required = false) @Nullable String mapping,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "state", defaultValue = "") String state,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        if (mapping != null) {
            edit(mapping, text(folder, mapping), model);
        }
        return show(user, folder, model);
    }

    /** Runs the examples of the folder's mappings. */
    @PostMapping("/check")
    String check(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("folder") String folder,
            Model model) {
        desk.demandAllHotels(user);
        String view = show(user, folder, model);
        model.addAttribute("checked", trial.check(folder));
        return view;
    }

    /**
     * Runs real messages through the folder's mappings as they stand on disk, or through a text of
     * one of them that does not.
     */
    @PostMapping("/compare")
    String compare(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("folder") String folder,
            @RequestParam(name = "mapping", required = false) @Nullable String mapping,
            @RequestParam(name = "text", required = false) @Nullable String text,
            Model model,
            HttpServletResponse answer) {
        desk.demandAllHotels(user);
        String view = show(user, folder, model);
        try {
            List<TriedMapping> tried =
                    mapping == null || text == null
                            ? trial.compare(folder)
                            : compare(folder, mapping, text, model);
            model.addAttribute(
                    "tried", tried.stream().map(it -> TriedRow.of(it, desk.zone(user))).toList());
        } catch (TrialUnderWay busy) {
            answer.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("busy", "Mappings are being tried already; ask again in a while.");
        }
        return view;
    }

    private List<TriedMapping> compare(String folder, String mapping, String text, Model model) {
        text(folder, mapping);
        edit(mapping, text, model);
        return trial.compare(mapping, text.replace("\r\n", "\n"));
    }

    private static void edit(String mapping, String text, Model model) {
        model.addAttribute("edited", mapping);
        model.addAttribute("text", text);
    }

    private String text(String folder, String mapping) {
        String text = trial.texts(folder).get(mapping);
        if (text == null) {
            throw new NotHere("mapping " + mapping);
        }
        return text;
    }

    private static String said(Model model, String filter) {
        return model.getAttribute(filter) instanceof String said ? said.strip() : "";
    }

    private String show(SignedIn user, String folder, Model model) {
        FolderRow row =
                desk.show(user, model).stream()
                        .filter(it -> it.folder().equals(folder))
                        .findFirst()
                        .orElseThrow(() -> new NotHere("folder " + folder));
        model.addAttribute("row", row);
        model.addAttribute("files", row.files(said(model, "q"), said(model, "state")));
        if (row.hasMappings()) {
            model.addAttribute("mappings", trial.texts(folder).keySet());
        }
        return "engineer/folder";
    }
}
