package org.parley.connector.nyc311;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.parley.connector.rows.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The precincts' areas, from a GeoJSON file whose features have a property {@code precinct}. */
public final class Precincts {

    private record Area(int precinct, PreparedGeometry shape) {}

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final STRtree areas = new STRtree();

    public static Precincts read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var precincts = new Precincts();
            for (var feature : JsonMapper.shared().readTree(in).path("features")) {
                precincts.add(feature);
            }
            if (precincts.areas.isEmpty()) {
                throw new BadInput(file + ": no features in it; expected a GeoJSON FeatureCollection of precincts");
            }
            precincts.areas.build();
            return precincts;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new BadInput(file + ": expected GeoJSON polygons with a property \"precinct\": " + e.getMessage());
        }
    }

    /** The precinct the point lies in; on a border that precincts share, the one with the lowest number. */
    Optional<Integer> at(double latitude, double longitude) {
        var point = new Coordinate(longitude, latitude);
        var near = areas.query(new Envelope(point));
        return StreamSupport.stream(((Iterable<?>) near).spliterator(), false)
                .map(Area.class::cast)
                .filter(area -> area.shape().covers(GEOMETRY.createPoint(point)))
                .map(Area::precinct)
                .min(Comparator.naturalOrder());
    }

    private void add(JsonNode feature) {
        var number = feature.path("properties").path("precinct").asInt(0);
        if (number < 1) {
            throw new IllegalArgumentException("a feature without a precinct's number");
        }
        var geometry = feature.path("geometry");
        var coordinates = geometry.path("coordinates");
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> add(number, polygon(coordinates));
            case "MultiPolygon" -> coordinates.forEach(one -> add(number, polygon(one)));
            default -> throw new IllegalArgumentException("precinct " + number + " is no polygon");
        }
    }

    private void add(int precinct, Polygon polygon) {
        areas.insert(polygon.getEnvelopeInternal(), new Area(precinct, PreparedGeometryFactory.prepare(polygon)));
    }

    /** GeoJSON: the first ring is the outline, every further one a hole. */
    private static Polygon polygon(JsonNode rings) {
        var all = StreamSupport.stream(rings.spliterator(), false)
                .map(Precincts::ring)
                .toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a polygon without an outline");
        }
        return GEOMETRY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions) {
        return GEOMETRY.createLinearRing(StreamSupport.stream(positions.spliterator(), false)
                .map(Precincts::position)
                .toArray(Coordinate[]::new));
    }

    private static Coordinate position(JsonNode position) {
        var longitude = position.path(0).asDouble();
        var latitude = position.path(1).asDouble();
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
            throw new IllegalArgumentException("coordinates must be longitude and latitude in degrees");
        }
        return new Coordinate(longitude, latitude);
    }
}
