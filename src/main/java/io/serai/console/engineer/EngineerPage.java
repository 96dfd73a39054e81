package io.serai.console.engineer;

import io.serai.channel.Channels;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.flow.FlowFiles;
import io.serai.flow.Reload;
import io.serai.flow.trial.MappingTrial;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The folders of channels as they run: what was loaded, what was refused and where, and their
 * mappings tried over examples and over what was really sent.
 */
@Controller
@RequestMapping("/engineer")
@Needs(Right.ENGINEER)
class EngineerPage {

    private static final int MESSAGES = 10;

    private final FlowFiles files;
    private final Channels channels;
    private final Reload reload;
    private final MappingTrial trial;
    private final Users users;
    private final Desk desk;
    private final Frame frame;

    EngineerPage(
            FlowFiles files,
            Channels channels,
            Reload reload,
            MappingTrial trial,
            Users users,
            Desk desk,
            Frame frame) {
        this.files = files;
        this.channels = channels;
        this.reload = reload;
        this.trial = trial;
        this.users = users;
        this.desk = desk;
        this.frame = frame;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn user, Model model) {
        show(user, model);
        return "engineer/folders";
    }

    /** Hawtio within the frame, for who may use it. */
    @GetMapping("/routes")
    String routes(@AuthenticationPrincipal SignedIn user, Model model) {
        demandAllHotels(user);
        frame.on(model, user, "routes");
        return "engineer/routes";
    }

    /** One folder: each of its files. */
    @GetMapping("/folders/{folder}")
    String folder(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("folder") String folder,
            Model model) {
        FolderRow row =
                show(user, model).stream()
                        .filter(it -> it.folder().equals(folder))
                        .findFirst()
                        .orElseThrow(() -> new NotHere("folder " + folder));
        model.addAttribute("row", row);
        return "engineer/folder";
    }

    /** Looks at the folders now; those refused are tried again. */
    @PostMapping("/reload")
    String reload(@AuthenticationPrincipal SignedIn user, RedirectAttributes next) {
        demandAllHotels(user);
        reload.now();
        int refused = files.refused().size();
        next.addFlashAttribute(
                "said",
                files.all().size()
                        + " files looked at; "
                        + (refused == 0 ? "none is refused." : refused + " refused."));
        return "redirect:/engineer";
    }

    /** Runs the examples of a folder's mappings. */
    @PostMapping("/folders/{folder}/check")
    String check(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("folder") String folder,
            Model model) {
        demandAllHotels(user);
        String view = folder(user, folder, model);
        model.addAttribute("checked", trial.check(folder));
        return view;
    }

    /** Runs what was really sent through a folder's mappings as they stand on disk. */
    @PostMapping("/folders/{folder}/compare")
    String compare(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("folder") String folder,
            Model model) {
        demandAllHotels(user);
        String view = folder(user, folder, model);
        model.addAttribute("compared", trial.compare(folder, MESSAGES));
        return view;
    }

    private List<FolderRow> show(SignedIn user, Model model) {
        ZoneId zone =
                desk.hotels(user).stream().map(Hotel::zone).findFirst().orElse(ZoneOffset.UTC);
        List<FolderRow> folders =
                FolderRow.of(
                        files.all().stream().map(file -> FileRow.of(file, zone)).toList(),
                        channels);
        frame.on(model, user, "engineer");
        model.addAttribute("zone", zone.getId());
        model.addAttribute("folders", folders);
        model.addAttribute("mayAct", users.grants(user).mayEverywhere(Right.ENGINEER));
        return folders;
    }

    /** Files are for all hotels: whoever touches them is an engineer of all. */
    private void demandAllHotels(SignedIn user) {
        if (!users.grants(user).mayEverywhere(Right.ENGINEER)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "may not engineer everywhere (expected: who may)");
        }
    }
}
