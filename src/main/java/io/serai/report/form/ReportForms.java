package io.serai.report.form;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All ways to write a report. */
@Component
public class ReportForms {

    private final List<ReportForm> forms;

    ReportForms(List<ReportForm> forms) {
        this.forms = List.copyOf(forms);
    }

    /** The way of this name. */
    public Optional<ReportForm> named(String name) {
        return forms.stream().filter(form -> form.name().equals(name)).findFirst();
    }

    /** The way whose media type a caller takes; JSON where they name none of them. */
    public ReportForm accepted(@Nullable String accept) {
        return forms.stream()
                .filter(form -> accept != null && accept.contains(form.mediaType().split(";")[0]))
                .findFirst()
                .or(() -> named("json"))
                .orElseThrow();
    }

    /** Their names. */
    public List<String> names() {
        return forms.stream().map(ReportForm::name).sorted().toList();
    }
}
