package io.serai.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.content.photo.Pictures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a call of the API, and answers 413 where it is larger than it may be; what it
 * says of its own length is not relied on. Nights written in bulk have a limit of their own, and so
 * have pictures.
 */
@Component
final class BodyLimit extends OncePerRequestFilter {

    private static final Pattern BULK =
            Pattern.compile("/api/(rate|inventory)-sync/hotels/[^/]+/nights");
    private static final Pattern PICTURES =
            Pattern.compile("/api/content-sync/hotels/[^/]+/photos(/[^/]+/picture)?");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    private final int usual;
    private final int ofPictures;
    private final ObjectMapper json;

    BodyLimit(ApiSettings settings, Pictures pictures, ObjectMapper json) {
        this.usual = Math.toIntExact(settings.maxBody().toBytes());
        this.ofPictures = pictures.mostBytes();
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.startsWith("/api/")
                || WITHOUT_BODY.contains(request.getMethod())
                || BULK.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean picture = PICTURES.matcher(request.getServletPath()).matches();
        int most = picture ? ofPictures : usual;
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
            response.setHeader("Connection", "close");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            ProblemDetail problem =
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.PAYLOAD_TOO_LARGE,
                            "body: more than "
                                    + most
                                    + " bytes (expected: at most so many, "
                                    + (picture
                                            ? "serai.photos.max-bytes)"
                                            : "serai.api.max-body)"));
            problem.setTitle("Too large");
            json.writeValue(response.getOutputStream(), problem);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }
}
