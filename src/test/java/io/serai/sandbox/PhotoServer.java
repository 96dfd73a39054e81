package io.serai.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A partner's web server with photos. */
public final class PhotoServer implements AutoCloseable {

    private static final AtomicInteger COLOURS = new AtomicInteger(1);

    private final HttpServer server;
    private final Map<String, byte[]> photos = new ConcurrentHashMap<>();

    public PhotoServer() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Serves bytes, and gives their address. */
    public String serve(String name, byte[] bytes) {
        photos.put("/" + name, bytes);
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    public void forget(String name) {
        photos.remove("/" + name);
    }

    /** A picture unlike any other. */
    public static byte[] picture(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(COLOURS.addAndGet(7919) & 0xffffff));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] photo = photos.get(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(photo == null ? 404 : 200, photo == null ? -1 : photo.length);
        if (photo != null) {
            exchange.getResponseBody().write(photo);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
