-- The map, gathered ahead: how many places stand in every cell of it, for cells of every size. Kept
-- by the places that an edition touches: their cells are counted anew, each larger one from the four
-- within it, so that nothing adds up errors. It makes the map of a country read some hundred rows
-- where it read every place (220 ms for 88,000 of them).
--
-- A cell is as large as two houses that cover each other on the screen at its zoom level, so that a
-- level of cells is a level of zoom. Largest is level 3, one cell for the country, and smallest kept
-- is 16 (76 m); what is smaller is read from places, of which a screen of it holds few.

-- The side of a cell in metres: 52 pixels on the latitude of the Netherlands (52 degrees), where a
-- pixel is 156,543 m times its cosine at zoom 0.
CREATE FUNCTION places_cell_side(level integer) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 52 * 156543.034::float8 * 0.6157::float8 / (1 << level)
$$;

-- The closest level, as close as asked for at most, at which a part of the map cannot touch more than
-- 500 cells, wherever it begins. `few` places need not crowd, however large the part is.
CREATE FUNCTION places_map_level(width float8, height float8, zoom integer, few boolean)
RETURNS integer LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (
    SELECT max(level) FROM generate_series(3, greatest(least(coalesce(zoom, 22), 22), 3)) AS level
    WHERE level = 3 OR few AND zoom IS NOT NULL
      OR (ceil(width / places_cell_side(level)) + 1) * (ceil(height / places_cell_side(level)) + 1)
        <= 500);
END $$;

-- A cluster as GeoJSON. Its box is a hair wider than its points, so that it holds them after rounding.
CREATE FUNCTION places_cluster(
  count bigint, east_sum bigint, north_sum bigint,
  west float8, south float8, east float8, north float8
) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  middle geometry := ST_Transform(ST_SetSRID(ST_MakePoint(
    east_sum / 1000.0 / count, north_sum / 1000.0 / count), 28992), 4326);
  extent box2d := ST_Transform(ST_MakeEnvelope(west, south, east, north, 28992), 4326);
BEGIN
  RETURN '{"type":"Feature","geometry":{"type":"Point","coordinates":['
    || round(ST_X(middle) * 100000) / 100000 || ',' || round(ST_Y(middle) * 100000) / 100000
    || ']},"properties":{"aantal":' || count || ',"bbox":['
    || round(ST_XMin(extent) * 100000 - 1) / 100000 || ','
    || round(ST_YMin(extent) * 100000 - 1) / 100000 || ','
    || round(ST_XMax(extent) * 100000 + 1) / 100000 || ','
    || round(ST_YMax(extent) * 100000 + 1) / 100000 || ']}}';
END $$;

-- The places in a box as the cells of a level, read one by one.
CREATE FUNCTION places_gathered(box geometry, wanted integer) RETURNS SETOF places_mapcell
LANGUAGE plpgsql STABLE AS $$
DECLARE
  side float8 := places_cell_side(wanted);
BEGIN
  RETURN QUERY
  SELECT wanted::smallint, floor(ST_X(location) / side)::integer,
    floor(ST_Y(location) / side)::integer, count(*), sum(round(ST_X(location) * 1000))::bigint,
    sum(round(ST_Y(location) * 1000))::bigint, min(ST_X(location)), min(ST_Y(location)),
    max(ST_X(location)), max(ST_Y(location)), min(id), ''
  FROM places_place
  WHERE status = 'gepubliceerd' AND ST_CoveredBy(location, box)
  GROUP BY 2, 3;
END $$;

-- The sides of a box in degrees are not quite along the grid. Each is a line: where it crosses the
-- axis, and its slope; west, east, south, north. Corners come as `Polygon.from_bbox` has them:
-- southwest, northwest, northeast, southeast. Nothing for a box with a side under a metre, too short
-- to tell its slope.
CREATE FUNCTION places_sides(box geometry) RETURNS float8[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  x float8[];
  y float8[];
  west float8;
  east float8;
  south float8;
  north float8;
BEGIN
  SELECT array_agg(ST_X(geom) ORDER BY path), array_agg(ST_Y(geom) ORDER BY path) INTO x, y
    FROM ST_DumpPoints(box);
  IF least(x[4] - x[1], x[3] - x[2], y[2] - y[1], y[3] - y[4]) < 1 THEN
    RETURN NULL;
  END IF;
  west := (x[2] - x[1]) / (y[2] - y[1]);
  east := (x[3] - x[4]) / (y[3] - y[4]);
  south := (y[4] - y[1]) / (x[4] - x[1]);
  north := (y[3] - y[2]) / (x[3] - x[2]);
  RETURN ARRAY[x[1] - west * y[1], west, x[4] - east * y[4], east,
    y[1] - south * x[1], south, y[2] - north * x[2], north];
END $$;

-- Whether a rectangle lies within these sides, and whether it may lie partly within them. Less than a
-- millimetre from a side neither is sure.
CREATE FUNCTION places_within_sides(
  sides float8[], west float8, south float8, east float8, north float8
) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT west - 0.001 > sides[1] + greatest(sides[2] * south, sides[2] * north)
    AND east + 0.001 < sides[3] + least(sides[4] * south, sides[4] * north)
    AND south - 0.001 > sides[5] + greatest(sides[6] * west, sides[6] * east)
    AND north + 0.001 < sides[7] + least(sides[8] * west, sides[8] * east)
$$;
CREATE FUNCTION places_touches_sides(
  sides float8[], west float8, south float8, east float8, north float8
) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT east + 0.001 > sides[1] + least(sides[2] * south, sides[2] * north)
    AND west - 0.001 < sides[3] + greatest(sides[4] * south, sides[4] * north)
    AND north + 0.001 > sides[5] + least(sides[6] * west, sides[6] * east)
    AND south - 0.001 < sides[7] + greatest(sides[8] * west, sides[8] * east)
$$;

-- What lies in a box as the cells of a level, from what was gathered ahead. A cell that a side of the
-- box cuts is taken apart into the four within it, down to the smallest, and those into places.
CREATE FUNCTION places_gathered_ahead(box geometry, sides float8[], wanted integer)
RETURNS SETOF places_mapcell LANGUAGE plpgsql STABLE AS $$
DECLARE
  side float8 := places_cell_side(wanted);
  columns integer[] := (SELECT array_agg(one) FROM generate_series(
    floor(ST_XMin(box) / side)::integer, floor(ST_XMax(box) / side)::integer) AS one);
  bottom integer := floor(ST_YMin(box) / side);
  top integer := floor(ST_YMax(box) / side);
BEGIN
  RETURN QUERY
  WITH RECURSIVE home AS MATERIALIZED (
    SELECT cell.*, places_within_sides(sides, cell.west, cell.south, cell.east, cell.north) AS whole
    FROM places_mapcell AS cell
    WHERE cell.level = wanted AND cell.x = ANY (columns) AND cell.y BETWEEN bottom AND top
      AND places_touches_sides(sides, cell.west, cell.south, cell.east, cell.north)
  ),
  part AS (
    SELECT home.*, home.x AS home_x, home.y AS home_y FROM home WHERE NOT home.whole
    UNION ALL
    SELECT cell.*, places_within_sides(sides, cell.west, cell.south, cell.east, cell.north),
      part.home_x, part.home_y
    FROM part JOIN places_mapcell AS cell ON NOT part.whole AND cell.level = part.level + 1
      AND cell.x = ANY (ARRAY[2 * part.x, 2 * part.x + 1])
      AND cell.y BETWEEN 2 * part.y AND 2 * part.y + 1
      AND places_touches_sides(sides, cell.west, cell.south, cell.east, cell.north)
  ),
  piece AS (
    SELECT home_x, home_y, part.count, part.east_sum, part.north_sum,
      part.west, part.south, part.east, part.north, part.first, part.feature
    FROM part WHERE whole
    UNION ALL
    SELECT home_x, home_y, 1, round(ST_X(location) * 1000)::bigint,
      round(ST_Y(location) * 1000)::bigint, ST_X(location), ST_Y(location),
      ST_X(location), ST_Y(location), place_id, ''
    FROM part JOIN places_mappoint AS point ON point.x = part.x AND point.y = part.y
    WHERE NOT whole AND part.level = 16 AND ST_CoveredBy(location, box)
  )
  SELECT home.level, home.x, home.y, home.count, home.east_sum, home.north_sum, home.west,
    home.south, home.east, home.north, home.first, home.feature
  FROM home WHERE home.whole
  UNION ALL
  SELECT wanted::smallint, home_x, home_y, sum(piece.count)::bigint, sum(piece.east_sum)::bigint,
    sum(piece.north_sum)::bigint, min(piece.west), min(piece.south), max(piece.east),
    max(piece.north), min(piece.first), CASE WHEN count(*) = 1 THEN min(piece.feature) ELSE '' END
  FROM piece GROUP BY home_x, home_y;
END $$;

-- Cells as GeoJSON: clusters, and of a single place what its marker needs. Their order is always the
-- same, for houses that stand too close make room in that order.
CREATE FUNCTION places_drawn(cells places_mapcell[], today date, minute integer, holidays date[])
RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN '{"type":"FeatureCollection","features":[' || coalesce((
    SELECT string_agg(CASE
      WHEN cell.count = 1 THEN (
        SELECT '{"type":"Feature","geometry":{"type":"Point","coordinates":['
          || round(ST_X(degrees) * 100000) / 100000 || ','
          || round(ST_Y(degrees) * 100000) / 100000 || ']},"properties":'
          || row_to_json(said) || '}'
        FROM places_place AS place LEFT JOIN places_kind AS kind ON kind.id = place.kind_id
          CROSS JOIN LATERAL (SELECT ST_Transform(place.location, 4326) AS degrees OFFSET 0) AS turned
          CROSS JOIN LATERAL (
            SELECT place.slug, place.name AS naam, kind.slug AS soort,
              coalesce(kind.symbol, 'house') AS symbool, place.location_precision AS precisie,
              coalesce(
                places_kept_state(
                  hours_complete, half_hours, surely_open, otherwise, today, minute, holidays),
                (SELECT state FROM places_states_among(ARRAY[place.id], today, minute, holidays))
              ) AS staat
          ) AS said
        WHERE place.id = cell.first
      )
      WHEN cell.feature = '' THEN places_cluster(cell.count, cell.east_sum, cell.north_sum,
        cell.west, cell.south, cell.east, cell.north)
      ELSE cell.feature
    END, ',' ORDER BY cell.first)
    FROM unnest(cells) AS cell
  ), '') || ']}';
END $$;

-- The map of all places, or of a box, as GeoJSON. Nothing where it has to be counted honestly: in a
-- transaction that changed something, of which the cells do not know yet, and in a box of nothing.
CREATE FUNCTION places_map(
  box geometry, zoom integer, today date, minute integer, holidays date[]
) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  frame geometry := coalesce(box, (
    SELECT ST_MakeEnvelope(min(west), min(south), max(east), max(north), 28992)
    FROM places_mapcell WHERE level = 3
  ));
  width float8 := ST_XMax(frame) - ST_XMin(frame);
  height float8 := ST_YMax(frame) - ST_YMin(frame);
  sides float8[] := CASE WHEN box IS NOT NULL THEN places_sides(box) END;
  chosen integer := places_map_level(width, height, zoom, false);
  closest integer := places_map_level(width, height, zoom, true);
  cells places_mapcell[];
BEGIN
  IF places_unsettled()
    OR box IS NOT NULL AND sides IS NULL OR box IS NULL AND least(width, height) < 1
  THEN
    RETURN NULL;
  ELSIF chosen > 16 THEN
    SELECT array_agg(cell) INTO cells FROM places_gathered(frame, chosen) AS cell;
  ELSIF box IS NULL THEN
    SELECT array_agg(cell) INTO cells FROM places_mapcell AS cell WHERE cell.level = chosen;
  ELSE
    SELECT array_agg(cell) INTO cells FROM places_gathered_ahead(box, sides, chosen) AS cell;
  END IF;
  IF chosen < closest AND (SELECT sum(cell.count) FROM unnest(cells) AS cell) <= 500 THEN
    SELECT array_agg(cell) INTO cells FROM places_gathered(frame, closest) AS cell;
  END IF;
  RETURN places_drawn(cells, today, minute, holidays);
END $$;

-- Counts cells of a level anew, the smallest from places and the others from the four within them. By
-- one plan for all levels: for one place planning it anew took 11 of 14 ms. Each cell by an index
-- (`OFFSET 0` leaves the planner no other way): who loads half a million places into empty tables has a
-- plan for empty tables, by which all cells were looked through for each, for hours.
CREATE FUNCTION places_gather(this integer, xs integer[], ys integer[]) RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  DELETE FROM places_mapcell WHERE ctid = ANY (ARRAY(
    SELECT found.ctid FROM unnest(xs, ys) AS touched (x, y) CROSS JOIN LATERAL (
      SELECT ctid FROM places_mapcell AS cell
      WHERE cell.level = this AND cell.x = touched.x AND cell.y = touched.y OFFSET 0
    ) AS found));
  INSERT INTO places_mapcell (level, x, y, count, east_sum, north_sum, west, south, east, north,
      first, feature)
  SELECT this, sums.*, CASE WHEN count > 1 THEN
      places_cluster(count, east_sum, north_sum, west, south, east, north) ELSE '' END
  FROM (
    SELECT x, y, sum(count)::bigint AS count, sum(east_sum)::bigint AS east_sum,
      sum(north_sum)::bigint AS north_sum, min(west) AS west, min(south) AS south,
      max(east) AS east, max(north) AS north, min(first) AS first
    FROM (
      SELECT touched.x, touched.y, 1 AS count, round(east * 1000) AS east_sum,
        round(north * 1000) AS north_sum, east AS west, north AS south, east, north, first
      FROM unnest(xs, ys) AS touched (x, y) CROSS JOIN LATERAL (
        SELECT ST_X(location) AS east, ST_Y(location) AS north, place_id AS first
        FROM places_mappoint AS point
        WHERE this = 16 AND point.x = touched.x AND point.y = touched.y OFFSET 0
      ) AS point
      UNION ALL
      SELECT touched.x, touched.y, part.count, part.east_sum, part.north_sum, part.west, part.south,
        part.east, part.north, part.first
      FROM unnest(xs, ys) AS touched (x, y)
      CROSS JOIN (VALUES (0, 0), (0, 1), (1, 0), (1, 1)) AS quarter (x, y)
      CROSS JOIN LATERAL (
        SELECT * FROM places_mapcell AS part
        WHERE this < 16 AND part.level = this + 1 AND part.x = 2 * touched.x + quarter.x
          AND part.y = 2 * touched.y + quarter.y OFFSET 0
      ) AS part
    ) AS piece
    GROUP BY x, y
  ) AS sums;
END $$;

-- The same from these smallest cells up to the one for the country.
CREATE FUNCTION places_gather_up(xs integer[], ys integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  FOR level IN REVERSE 16..3 LOOP
    EXIT WHEN xs IS NULL;
    PERFORM places_gather(level, xs, ys);
    SELECT array_agg(cell.x), array_agg(cell.y) INTO xs, ys
      FROM (SELECT DISTINCT x >> 1 AS x, y >> 1 AS y FROM unnest(xs, ys) AS touched (x, y)) AS cell;
  END LOOP;
END $$;

-- The smallest cell in which a point lies.
CREATE FUNCTION places_cell(location geometry, OUT x integer, OUT y integer)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT floor(ST_X(location) / places_cell_side(16))::integer,
    floor(ST_Y(location) / places_cell_side(16))::integer
$$;

-- Where the places that this transaction touched stand now, and the cells in which they stand or
-- stood. A save that moves no place reads its point, and no more.
CREATE FUNCTION places_gather_touched() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  xs integer[];
  ys integer[];
BEGIN
  WITH moved AS MATERIALIZED (
    SELECT touched.uuid, place.id, place.location, known.x, known.y
    FROM places_different AS touched
    LEFT JOIN places_place AS place ON touched.public AND place.id = touched.id
      AND place.location IS NOT NULL
    LEFT JOIN places_mappoint AS known ON known.uuid = touched.uuid
    WHERE (place.id, place.location) IS DISTINCT FROM (known.place_id, known.location)
  ),
  gone AS (
    DELETE FROM places_mappoint
    WHERE uuid IN (SELECT moved.uuid FROM moved WHERE location IS NULL)
  ),
  come AS (
    INSERT INTO places_mappoint AS known (uuid, place_id, location, x, y)
    SELECT moved.uuid, id, location, cell.x, cell.y
    FROM moved CROSS JOIN LATERAL places_cell(location) AS cell WHERE location IS NOT NULL
    ON CONFLICT (uuid) DO UPDATE SET place_id = excluded.place_id, location = excluded.location,
      x = excluded.x, y = excluded.y
    RETURNING known.x, known.y
  )
  SELECT array_agg(cell.x), array_agg(cell.y) INTO xs, ys FROM (
    SELECT come.x, come.y FROM come
    UNION
    SELECT moved.x, moved.y FROM moved WHERE moved.x IS NOT NULL
  ) AS cell;
  PERFORM places_gather_up(xs, ys);
END $$;
