package io.serai.console.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers requests that the server could not read, and which reach no filter for that: programs
 * with a problem, browsers with a page.
 */
final class UnreadableValve extends ValveBase {

    private static final String PAGE = "console/unreadable.html";

    /** What the server answers to what it cannot read. */
    private static final Set<Integer> UNREADABLE = Set.of(400, 414, 431, 501, 505);

    private final byte[] page;

    UnreadableValve() {
        super(true);
        try (var read = new ClassPathResource(PAGE).getInputStream()) {
            page = read.readAllBytes();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!isUnreadable(request, response)) {
            getNext().invoke(request, response);
            return;
        }
        HttpStatus status = HttpStatus.valueOf(response.getStatus());
        @Nullable String path = request.getRequestURI();
        boolean isPage = Unreadable.wantsAPage(path, request.getHeader(HttpHeaders.ACCEPT));
        response.setSuspended(false);
        response.resetBuffer();
        response.setContentType(
                isPage
                        ? MediaType.TEXT_HTML_VALUE + ";charset=UTF-8"
                        : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        Unreadable.HEADERS.forEach(response::setHeader);
        response.getOutputStream()
                .write(isPage ? page : Unreadable.problem(status, words(request, path)));
        response.finishResponse();
    }

    /**
     * Whether the server refuses it, rather than what it led to fails and is answered by its own.
     */
    private static boolean isUnreadable(Request request, Response response) {
        return response.isError()
                && UNREADABLE.contains(response.getStatus())
                && !response.isCommitted()
                && !request.isAsync()
                && !request.isAsyncDispatching();
    }

    private static String words(Request request, @Nullable String path) {
        String wrong = Unreadable.ofPath(path);
        return wrong != null
                ? wrong
                : "request: line or headers that cannot be read (expected: HTTP/1.1; other than ASCII"
                        + " percent-encoded, headers without control characters, and all together at most "
                        + request.getConnector().getProperty("maxHttpRequestHeaderSize")
                        + " bytes)";
    }
}
