-- thidua 0.1.0: rule set bac-ninh-2022-2025 0.1.0, round tong-ket-2025, as of 2025-11-01, for spark
-- SHA-256 of the rule file: 84ad2d75621546377d9d306fd98e5dc99208bdf65b5da1e4d5b82665e8ffd0b6
-- One query a table: a verdict per rule (met, not_met, insufficient, not_applicable) and per subject (eligible, ineligible, undetermined).
-- Not part of it: waivers, and data checks that would make an eligible subject undetermined.
-- Input: tables and columns named as in the rule set, figures as exact numbers (percentages as ratios), NULL where one is missing.
-- A row without its key, a key twice, a value its column does not allow, or a product too long for the engine ends the query with an error.
SET spark.sql.ansi.enabled=true;
SET spark.sql.decimalOperations.allowPrecisionLoss=false;

-- Table khu_dân_cư
WITH
`khu_dân_cư facts` AS (
  SELECT NULLIF(`mã`, '') AS `mã`,
    CASE WHEN `tổng_hộ_2025` IS NULL THEN NULL
      WHEN (`tổng_hộ_2025`) % 1 = 0 AND CAST(`tổng_hộ_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`tổng_hộ_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('khu_dân_cư.tổng_hộ_2025: ', COALESCE(CAST(`tổng_hộ_2025` AS STRING), 'NULL'))) END AS `tổng_hộ_2025`,
    CASE WHEN `hộ_nghèo_2022` IS NULL THEN NULL
      WHEN (`hộ_nghèo_2022`) % 1 = 0 AND CAST(`hộ_nghèo_2022` AS DECIMAL(38,0)) >= 0 THEN CAST(`hộ_nghèo_2022` AS DECIMAL(38,0))
      ELSE raise_error(concat('khu_dân_cư.hộ_nghèo_2022: ', COALESCE(CAST(`hộ_nghèo_2022` AS STRING), 'NULL'))) END AS `hộ_nghèo_2022`,
    CASE WHEN `hộ_nghèo_2023` IS NULL THEN NULL
      WHEN (`hộ_nghèo_2023`) % 1 = 0 AND CAST(`hộ_nghèo_2023` AS DECIMAL(38,0)) >= 0 THEN CAST(`hộ_nghèo_2023` AS DECIMAL(38,0))
      ELSE raise_error(concat('khu_dân_cư.hộ_nghèo_2023: ', COALESCE(CAST(`hộ_nghèo_2023` AS STRING), 'NULL'))) END AS `hộ_nghèo_2023`,
    CASE WHEN `hộ_nghèo_2024` IS NULL THEN NULL
      WHEN (`hộ_nghèo_2024`) % 1 = 0 AND CAST(`hộ_nghèo_2024` AS DECIMAL(38,0)) >= 0 THEN CAST(`hộ_nghèo_2024` AS DECIMAL(38,0))
      ELSE raise_error(concat('khu_dân_cư.hộ_nghèo_2024: ', COALESCE(CAST(`hộ_nghèo_2024` AS STRING), 'NULL'))) END AS `hộ_nghèo_2024`,
    CASE WHEN `hộ_nghèo_2025` IS NULL THEN NULL
      WHEN (`hộ_nghèo_2025`) % 1 = 0 AND CAST(`hộ_nghèo_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`hộ_nghèo_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('khu_dân_cư.hộ_nghèo_2025: ', COALESCE(CAST(`hộ_nghèo_2025` AS STRING), 'NULL'))) END AS `hộ_nghèo_2025`,
    `có_quỹ`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `mã`) AS `same key` FROM `khu_dân_cư`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `mã` <> '' THEN TRUE
    ELSE raise_error(concat('khu_dân_cư (mã): ', COALESCE(CAST(`mã` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`mã`,
    -- BN.1.a (GD): A poverty rate below 1% in the last year
    --   require: hộ_nghèo[cuối_kỳ] / tổng_hộ[cuối_kỳ] < 1%
    `own`.`hộ_nghèo_2025` * 100 < NULLIF(`own`.`tổng_hộ_2025`, 0) AS `BN.1.a`,
    -- BN.1.b (GD): In no year more poor households than the year before
    --   require: every năm in đầu_kỳ+1..cuối_kỳ satisfies hộ_nghèo[năm] <= hộ_nghèo[năm-1]
    `own`.`hộ_nghèo_2023` <= `own`.`hộ_nghèo_2022`
      AND `own`.`hộ_nghèo_2024` <= `own`.`hộ_nghèo_2023`
      AND `own`.`hộ_nghèo_2025` <= `own`.`hộ_nghèo_2024` AS `BN.1.b`,
    -- BN.1.c (GD): Has a fund for the poor
    --   require: có_quỹ
    `own`.`có_quỹ` AS `BN.1.c`
  FROM `khu_dân_cư facts` AS `own`
),
`verdicts` AS (
  SELECT `mã`,
    CASE WHEN `BN.1.a` THEN 'met' WHEN NOT `BN.1.a` THEN 'not_met' ELSE 'insufficient' END AS `BN.1.a`,
    CASE WHEN `BN.1.b` THEN 'met' WHEN NOT `BN.1.b` THEN 'not_met' ELSE 'insufficient' END AS `BN.1.b`,
    CASE WHEN `BN.1.c` THEN 'met' WHEN NOT `BN.1.c` THEN 'not_met' ELSE 'insufficient' END AS `BN.1.c`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'not_met' IN (`BN.1.a`, `BN.1.b`, `BN.1.c`) THEN 'not_met'
    WHEN 'insufficient' IN (`BN.1.a`, `BN.1.b`, `BN.1.c`) THEN 'insufficient'
    WHEN 'met' IN (`BN.1.a`, `BN.1.b`, `BN.1.c`) THEN 'met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `mã`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `BN.1.a`, `BN.1.b`, `BN.1.c`
FROM `group 1`;

-- Table doanh_nghiệp
WITH
`doanh_nghiệp facts` AS (
  SELECT NULLIF(`mã`, '') AS `mã`,
    CASE WHEN `đóng_góp` IS NULL THEN NULL
      WHEN (`đóng_góp`) % 1 = 0 AND CAST(`đóng_góp` AS DECIMAL(38,0)) >= 0 THEN CAST(`đóng_góp` AS DECIMAL(38,0))
      ELSE raise_error(concat('doanh_nghiệp.đóng_góp: ', COALESCE(CAST(`đóng_góp` AS STRING), 'NULL'))) END AS `đóng_góp`,
    `việc_làm`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `mã`) AS `same key` FROM `doanh_nghiệp`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `mã` <> '' THEN TRUE
    ELSE raise_error(concat('doanh_nghiệp (mã): ', COALESCE(CAST(`mã` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`mã`,
    -- BN.2.a (GD): Gave at least 50 million VND
    --   require: đóng_góp >= đóng_góp_tối_thiểu
    `own`.`đóng_góp` >= 50000000 AS `BN.2.a`,
    -- BN.2.b (GD): Employs workers from poor households
    --   require: việc_làm
    `own`.`việc_làm` AS `BN.2.b`
  FROM `doanh_nghiệp facts` AS `own`
),
`verdicts` AS (
  SELECT `mã`,
    CASE WHEN `BN.2.a` THEN 'met' WHEN NOT `BN.2.a` THEN 'not_met' ELSE 'insufficient' END AS `BN.2.a`,
    CASE WHEN `BN.2.b` THEN 'met' WHEN NOT `BN.2.b` THEN 'not_met' ELSE 'insufficient' END AS `BN.2.b`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'met' IN (`BN.2.a`, `BN.2.b`) THEN 'met'
    WHEN 'insufficient' IN (`BN.2.a`, `BN.2.b`) THEN 'insufficient'
    WHEN 'not_met' IN (`BN.2.a`, `BN.2.b`) THEN 'not_met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `mã`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `BN.2.a`, `BN.2.b`
FROM `group 1`;

-- Table cá_nhân
WITH
`cá_nhân facts` AS (
  SELECT NULLIF(`mã`, '') AS `mã`,
    `sáng_kiến`,
    CASE WHEN `ngày_giúp` IS NULL THEN NULL
      WHEN (`ngày_giúp`) % 1 = 0 AND CAST(`ngày_giúp` AS DECIMAL(38,0)) >= 0 THEN CAST(`ngày_giúp` AS DECIMAL(38,0))
      ELSE raise_error(concat('cá_nhân.ngày_giúp: ', COALESCE(CAST(`ngày_giúp` AS STRING), 'NULL'))) END AS `ngày_giúp`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `mã`) AS `same key` FROM `cá_nhân`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `mã` <> '' THEN TRUE
    ELSE raise_error(concat('cá_nhân (mã): ', COALESCE(CAST(`mã` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`mã`,
    -- BN.3.a (GD): An initiative or at least 10 days of help
    --   require: sáng_kiến or ngày_giúp >= 10
    `own`.`sáng_kiến` OR `own`.`ngày_giúp` >= 10 AS `BN.3.a`
  FROM `cá_nhân facts` AS `own`
),
`verdicts` AS (
  SELECT `mã`,
    CASE WHEN `BN.3.a` THEN 'met' WHEN NOT `BN.3.a` THEN 'not_met' ELSE 'insufficient' END AS `BN.3.a`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'not_met' IN (`BN.3.a`) THEN 'not_met'
    WHEN 'insufficient' IN (`BN.3.a`) THEN 'insufficient'
    WHEN 'met' IN (`BN.3.a`) THEN 'met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `mã`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `BN.3.a`
FROM `group 1`;
