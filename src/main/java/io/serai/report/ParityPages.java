package io.serai.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The parity report in pages: a page reads what channels hold on the nights of its own lines, and
 * nothing of the others. Only where it shows nothing but differences are all nights read.
 */
@Component
public class ParityPages {

    private final HeldLines held;

    ParityPages(HeldLines held) {
        this.held = held;
    }

    /**
     * A page of it.
     *
     * @param table its lines alone
     * @param page which one, from 1
     * @param pages how many there are
     * @param count lines of all of them
     */
    public record Page(ReportTable table, int page, int pages, int count) {}

    /**
     * Makes a page.
     *
     * @param asked which one, from 1; the last where there are fewer
     * @param size lines of a page
     * @throws ReportTooLong where differences are looked for among too many lines
     */
    public Page read(JdbcClient session, ReportQuestion question, int asked, int size) {
        return question.differing()
                ? ofAll(ParityReport.beside(held, session, question), question, asked, size)
                : ofNights(session, question, asked, size);
    }

    /**
     * What a chart of it draws: how many lines of each night say each word of {@code parity}.
     *
     * @throws ReportTooLong where there are too many lines
     */
    public ReportTable counted(JdbcClient session, ReportQuestion question) {
        return ParityReport.counted(ParityReport.beside(held, session, question));
    }

    private static Page ofAll(
            List<List<HeldLine>> all, ReportQuestion question, int asked, int size) {
        int count = all.stream().mapToInt(List::size).sum();
        int page = page(asked, count, size);
        return new Page(
                ParityReport.table(
                        question, ParityReport.lines(all, (page - 1) * size, page * size)),
                page,
                pages(count, size),
                count);
    }

    private Page ofNights(JdbcClient session, ReportQuestion question, int asked, int size) {
        List<HeldNights> nights = HeldNights.read(session, question);
        int count = nights.stream().mapToInt(HeldNights::lines).sum();
        int page = page(asked, count, size);
        int first = (page - 1) * size;
        int until = Math.min(page * size, count);
        List<List<HeldLine>> beside = new ArrayList<>();
        List<Stretch> stretches = stretches(nights, first, until);
        for (Stretch each : stretches) {
            beside.addAll(
                    ParityReport.beside(held, session, question.of(each.hotel, each.period())));
        }
        int begin = stretches.isEmpty() ? 0 : first - stretches.get(0).before;
        return new Page(
                ParityReport.table(
                        question, ParityReport.lines(beside, begin, begin + until - first)),
                page,
                pages(count, size),
                count);
    }

    /** Nights of a hotel that follow each other, and how many lines are before them. */
    private record Stretch(int hotel, LocalDate from, LocalDate to, int before) {

        Period period() {
            return new Period(from, to.plusDays(1));
        }
    }

    private static List<Stretch> stretches(List<HeldNights> nights, int first, int until) {
        List<Stretch> all = new ArrayList<>();
        int before = 0;
        for (HeldNights night : nights) {
            if (before < until && before + night.lines() > first) {
                Stretch last = all.isEmpty() ? null : all.get(all.size() - 1);
                if (last != null && last.hotel == night.hotel()) {
                    all.set(
                            all.size() - 1,
                            new Stretch(last.hotel, last.from, night.night(), last.before));
                } else {
                    all.add(new Stretch(night.hotel(), night.night(), night.night(), before));
                }
            }
            before += night.lines();
        }
        return all;
    }

    private static int page(int asked, int count, int size) {
        return Math.min(Math.max(asked, 1), pages(count, size));
    }

    private static int pages(int count, int size) {
        return Math.max(1, (count + size - 1) / size);
    }
}
