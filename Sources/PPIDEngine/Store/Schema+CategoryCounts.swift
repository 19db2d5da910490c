extension Schema {
  /// How many records of each category every edition lists (edition_id, category, total), counted from what the editions changed.
  static let categoryTotals = """
    WITH listing AS (
      SELECT edition_id, category, lag(category) OVER (PARTITION BY record_id ORDER BY edition_id) AS before FROM (
        SELECT record_id, edition_id, CASE WHEN listed THEN category END AS category FROM edition_change
      )
    ), difference AS (
      SELECT edition_id, category, 1 AS step FROM listing WHERE category IS NOT NULL
      UNION ALL SELECT edition_id, before, -1 FROM listing WHERE before IS NOT NULL
    ), total AS (
      SELECT edition_id, category, sum(step) AS step FROM difference GROUP BY edition_id, category
    )
    SELECT e.id, t.category, sum(t.step) FROM edition e JOIN total t ON t.edition_id <= e.id
    GROUP BY e.id, t.category HAVING sum(t.step) > 0
    """

  /// How many records of each category an edition lists, counted with what it changed: a month's document doesn't read the whole list.
  static let categoryCounts = """
    CREATE TABLE edition_category (
      edition_id INTEGER NOT NULL REFERENCES edition (id),
      category TEXT NOT NULL CHECK (category IN ('berkala', 'serta-merta', 'setiap-saat')),
      total INTEGER NOT NULL CHECK (total > 0),
      PRIMARY KEY (edition_id, category)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO edition_category (edition_id, category, total) \(categoryTotals);

    -- An edition's own count is the last that is stored of it.
    CREATE TRIGGER edition_category_is_in_time BEFORE INSERT ON edition_category
    WHEN EXISTS (SELECT 1 FROM edition_count WHERE edition_id = new.edition_id)
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_category_stays BEFORE UPDATE ON edition_category
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_category_is_kept BEFORE DELETE ON edition_category
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    """
}
