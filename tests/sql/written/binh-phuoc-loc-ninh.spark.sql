-- thidua 0.1.0: rule set binh-phuoc-loc-ninh 0.1.0, round tong-ket-2025, as of 2025-11-01, for spark
-- SHA-256 of the rule file: 0068b9d3f4c4a833e558733004b4bc6b29cbbde492cb6e981e4f83084b0bc852
-- One query a table: a verdict per rule (met, not_met, insufficient, not_applicable) and per subject (eligible, ineligible, undetermined).
-- Not part of it: waivers, and data checks that would make an eligible subject undetermined.
-- Input: tables and columns named as in the rule set, figures as exact numbers (percentages as ratios), NULL where one is missing.
-- A row without its key, a key twice, a value its column does not allow, or a product too long for the engine ends the query with an error.
SET spark.sql.ansi.enabled=true;
SET spark.sql.decimalOperations.allowPrecisionLoss=false;

-- Table agencies
WITH
`agencies facts` AS (
  SELECT NULLIF(`code`, '') AS `code`,
    `tasks_on_time`,
    `resources_mobilised`,
    `outreach`,
    CASE WHEN `rating_2021` IS NULL THEN NULL
      WHEN `rating_2021` = 'KHTNV' THEN 0 WHEN `rating_2021` = 'HTNV' THEN 1 WHEN `rating_2021` = 'HTTNV' THEN 2 WHEN `rating_2021` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('agencies.rating_2021: ', COALESCE(CAST(`rating_2021` AS STRING), 'NULL'))) END AS `rating_2021`,
    CASE WHEN `rating_2022` IS NULL THEN NULL
      WHEN `rating_2022` = 'KHTNV' THEN 0 WHEN `rating_2022` = 'HTNV' THEN 1 WHEN `rating_2022` = 'HTTNV' THEN 2 WHEN `rating_2022` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('agencies.rating_2022: ', COALESCE(CAST(`rating_2022` AS STRING), 'NULL'))) END AS `rating_2022`,
    CASE WHEN `rating_2023` IS NULL THEN NULL
      WHEN `rating_2023` = 'KHTNV' THEN 0 WHEN `rating_2023` = 'HTNV' THEN 1 WHEN `rating_2023` = 'HTTNV' THEN 2 WHEN `rating_2023` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('agencies.rating_2023: ', COALESCE(CAST(`rating_2023` AS STRING), 'NULL'))) END AS `rating_2023`,
    CASE WHEN `rating_2024` IS NULL THEN NULL
      WHEN `rating_2024` = 'KHTNV' THEN 0 WHEN `rating_2024` = 'HTNV' THEN 1 WHEN `rating_2024` = 'HTTNV' THEN 2 WHEN `rating_2024` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('agencies.rating_2024: ', COALESCE(CAST(`rating_2024` AS STRING), 'NULL'))) END AS `rating_2024`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `code`) AS `same key` FROM `agencies`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `code` <> '' THEN TRUE
    ELSE raise_error(concat('agencies (code): ', COALESCE(CAST(`code` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`code`,
    -- V.2.1.a (KH V.2.1, gạch đầu dòng 1; KH226): Tasks assigned by Plan 226 done well and on time
    --   require: tasks_on_time
    `own`.`tasks_on_time` AS `V.2.1.a`,
    -- V.2.1.b (KH V.2.1, gạch đầu dòng 1): Resources mobilised, with initiatives and models that others took up
    --   require: resources_mobilised
    `own`.`resources_mobilised` AS `V.2.1.b`,
    -- V.2.1.c (KH V.2.1, gạch đầu dòng 2): Solutions and initiatives in winning people and enterprises to help the poor
    --   require: outreach
    `own`.`outreach` AS `V.2.1.c`,
    -- V.2.1.d (KH V.2.1, gạch đầu dòng 3): The agency rated good or better in every year
    --   require: every y in start..rated satisfies rating[y] >= "HTTNV"
    `own`.`rating_2021` >= 2 AND `own`.`rating_2022` >= 2 AND `own`.`rating_2023` >= 2 AND `own`.`rating_2024` >= 2 AS `V.2.1.d`
  FROM `agencies facts` AS `own`
),
`verdicts` AS (
  SELECT `code`,
    CASE WHEN `V.2.1.a` THEN 'met' WHEN NOT `V.2.1.a` THEN 'not_met' ELSE 'insufficient' END AS `V.2.1.a`,
    CASE WHEN `V.2.1.b` THEN 'met' WHEN NOT `V.2.1.b` THEN 'not_met' ELSE 'insufficient' END AS `V.2.1.b`,
    CASE WHEN `V.2.1.c` THEN 'met' WHEN NOT `V.2.1.c` THEN 'not_met' ELSE 'insufficient' END AS `V.2.1.c`,
    CASE WHEN `V.2.1.d` THEN 'met' WHEN NOT `V.2.1.d` THEN 'not_met' ELSE 'insufficient' END AS `V.2.1.d`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'not_met' IN (`V.2.1.a`, `V.2.1.b`, `V.2.1.c`, `V.2.1.d`) THEN 'not_met'
    WHEN 'insufficient' IN (`V.2.1.a`, `V.2.1.b`, `V.2.1.c`, `V.2.1.d`) THEN 'insufficient'
    WHEN 'met' IN (`V.2.1.a`, `V.2.1.b`, `V.2.1.c`, `V.2.1.d`) THEN 'met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `code`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `V.2.1.a`, `V.2.1.b`, `V.2.1.c`, `V.2.1.d`
FROM `group 1`;

-- Table districts
WITH
`districts facts` AS (
  SELECT NULLIF(`code`, '') AS `code`,
    `programme_effective`,
    `resources_mobilised`,
    `funds_settled`,
    `reports_on_time`,
    CASE WHEN `households_2021` IS NULL THEN NULL
      WHEN (`households_2021`) % 1 = 0 AND CAST(`households_2021` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2021` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.households_2021: ', COALESCE(CAST(`households_2021` AS STRING), 'NULL'))) END AS `households_2021`,
    CASE WHEN `households_2022` IS NULL THEN NULL
      WHEN (`households_2022`) % 1 = 0 AND CAST(`households_2022` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2022` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.households_2022: ', COALESCE(CAST(`households_2022` AS STRING), 'NULL'))) END AS `households_2022`,
    CASE WHEN `households_2023` IS NULL THEN NULL
      WHEN (`households_2023`) % 1 = 0 AND CAST(`households_2023` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2023` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.households_2023: ', COALESCE(CAST(`households_2023` AS STRING), 'NULL'))) END AS `households_2023`,
    CASE WHEN `households_2024` IS NULL THEN NULL
      WHEN (`households_2024`) % 1 = 0 AND CAST(`households_2024` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2024` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.households_2024: ', COALESCE(CAST(`households_2024` AS STRING), 'NULL'))) END AS `households_2024`,
    CASE WHEN `households_2025` IS NULL THEN NULL
      WHEN (`households_2025`) % 1 = 0 AND CAST(`households_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.households_2025: ', COALESCE(CAST(`households_2025` AS STRING), 'NULL'))) END AS `households_2025`,
    CASE WHEN `poor_2021` IS NULL THEN NULL
      WHEN (`poor_2021`) % 1 = 0 AND CAST(`poor_2021` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2021` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.poor_2021: ', COALESCE(CAST(`poor_2021` AS STRING), 'NULL'))) END AS `poor_2021`,
    CASE WHEN `poor_2022` IS NULL THEN NULL
      WHEN (`poor_2022`) % 1 = 0 AND CAST(`poor_2022` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2022` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.poor_2022: ', COALESCE(CAST(`poor_2022` AS STRING), 'NULL'))) END AS `poor_2022`,
    CASE WHEN `poor_2023` IS NULL THEN NULL
      WHEN (`poor_2023`) % 1 = 0 AND CAST(`poor_2023` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2023` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.poor_2023: ', COALESCE(CAST(`poor_2023` AS STRING), 'NULL'))) END AS `poor_2023`,
    CASE WHEN `poor_2024` IS NULL THEN NULL
      WHEN (`poor_2024`) % 1 = 0 AND CAST(`poor_2024` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2024` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.poor_2024: ', COALESCE(CAST(`poor_2024` AS STRING), 'NULL'))) END AS `poor_2024`,
    CASE WHEN `poor_2025` IS NULL THEN NULL
      WHEN (`poor_2025`) % 1 = 0 AND CAST(`poor_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.poor_2025: ', COALESCE(CAST(`poor_2025` AS STRING), 'NULL'))) END AS `poor_2025`,
    CASE WHEN `plan_reduction` IS NULL THEN NULL
      WHEN (`plan_reduction` * 1000000) % 1 = 0 AND CAST(`plan_reduction` * 1000000 AS DECIMAL(38,0)) >= 0 AND CAST(`plan_reduction` * 1000000 AS DECIMAL(38,0)) <= 1000000 THEN CAST(`plan_reduction` * 1000000 AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.plan_reduction: ', COALESCE(CAST(`plan_reduction` AS STRING), 'NULL'))) END AS `plan_reduction`,
    CASE WHEN `council_reduction_2022` IS NULL THEN NULL
      WHEN (`council_reduction_2022` * 1000000) % 1 = 0 AND CAST(`council_reduction_2022` * 1000000 AS DECIMAL(38,0)) >= 0 AND CAST(`council_reduction_2022` * 1000000 AS DECIMAL(38,0)) <= 1000000 THEN CAST(`council_reduction_2022` * 1000000 AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.council_reduction_2022: ', COALESCE(CAST(`council_reduction_2022` AS STRING), 'NULL'))) END AS `council_reduction_2022`,
    CASE WHEN `council_reduction_2023` IS NULL THEN NULL
      WHEN (`council_reduction_2023` * 1000000) % 1 = 0 AND CAST(`council_reduction_2023` * 1000000 AS DECIMAL(38,0)) >= 0 AND CAST(`council_reduction_2023` * 1000000 AS DECIMAL(38,0)) <= 1000000 THEN CAST(`council_reduction_2023` * 1000000 AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.council_reduction_2023: ', COALESCE(CAST(`council_reduction_2023` AS STRING), 'NULL'))) END AS `council_reduction_2023`,
    CASE WHEN `council_reduction_2024` IS NULL THEN NULL
      WHEN (`council_reduction_2024` * 1000000) % 1 = 0 AND CAST(`council_reduction_2024` * 1000000 AS DECIMAL(38,0)) >= 0 AND CAST(`council_reduction_2024` * 1000000 AS DECIMAL(38,0)) <= 1000000 THEN CAST(`council_reduction_2024` * 1000000 AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.council_reduction_2024: ', COALESCE(CAST(`council_reduction_2024` AS STRING), 'NULL'))) END AS `council_reduction_2024`,
    CASE WHEN `council_reduction_2025` IS NULL THEN NULL
      WHEN (`council_reduction_2025` * 1000000) % 1 = 0 AND CAST(`council_reduction_2025` * 1000000 AS DECIMAL(38,0)) >= 0 AND CAST(`council_reduction_2025` * 1000000 AS DECIMAL(38,0)) <= 1000000 THEN CAST(`council_reduction_2025` * 1000000 AS DECIMAL(38,0))
      ELSE raise_error(concat('districts.council_reduction_2025: ', COALESCE(CAST(`council_reduction_2025` AS STRING), 'NULL'))) END AS `council_reduction_2025`,
    CASE WHEN `party_rating_2021` IS NULL THEN NULL
      WHEN `party_rating_2021` = 'KHTNV' THEN 0 WHEN `party_rating_2021` = 'HTNV' THEN 1 WHEN `party_rating_2021` = 'HTTNV' THEN 2 WHEN `party_rating_2021` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('districts.party_rating_2021: ', COALESCE(CAST(`party_rating_2021` AS STRING), 'NULL'))) END AS `party_rating_2021`,
    CASE WHEN `party_rating_2022` IS NULL THEN NULL
      WHEN `party_rating_2022` = 'KHTNV' THEN 0 WHEN `party_rating_2022` = 'HTNV' THEN 1 WHEN `party_rating_2022` = 'HTTNV' THEN 2 WHEN `party_rating_2022` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('districts.party_rating_2022: ', COALESCE(CAST(`party_rating_2022` AS STRING), 'NULL'))) END AS `party_rating_2022`,
    CASE WHEN `party_rating_2023` IS NULL THEN NULL
      WHEN `party_rating_2023` = 'KHTNV' THEN 0 WHEN `party_rating_2023` = 'HTNV' THEN 1 WHEN `party_rating_2023` = 'HTTNV' THEN 2 WHEN `party_rating_2023` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('districts.party_rating_2023: ', COALESCE(CAST(`party_rating_2023` AS STRING), 'NULL'))) END AS `party_rating_2023`,
    CASE WHEN `party_rating_2024` IS NULL THEN NULL
      WHEN `party_rating_2024` = 'KHTNV' THEN 0 WHEN `party_rating_2024` = 'HTNV' THEN 1 WHEN `party_rating_2024` = 'HTTNV' THEN 2 WHEN `party_rating_2024` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('districts.party_rating_2024: ', COALESCE(CAST(`party_rating_2024` AS STRING), 'NULL'))) END AS `party_rating_2024`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `code`) AS `same key` FROM `districts`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `code` <> '' THEN TRUE
    ELSE raise_error(concat('districts (code): ', COALESCE(CAST(`code` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`code`,
    -- V.2.2.a (KH V.2.2, gạch đầu dòng 1; KH226): A district programme made and carried out well
    --   require: programme_effective
    `own`.`programme_effective` AS `V.2.2.a`,
    -- V.2.2.b (KH V.2.2, gạch đầu dòng 2): Resources of society mobilised against poverty
    --   require: resources_mobilised
    `own`.`resources_mobilised` AS `V.2.2.b`,
    -- V.2.2.c (KH V.2.2, gạch đầu dòng 3): Funds used as intended and settled in time
    --   require: funds_settled
    `own`.`funds_settled` AS `V.2.2.c`,
    -- V.2.2.d (KH V.2.2, gạch đầu dòng 3): Regular and special reports made as required
    --   require: reports_on_time
    `own`.`reports_on_time` AS `V.2.2.d`,
    -- V.2.2.e (KH V.2.2, gạch đầu dòng 4): Poverty rate cut by more than both the plan's and the council's targets
    --   require: poverty_rate[start] - poverty_rate[review] > plan_reduction and (every y in start+1..review satisfies poverty_rate[y-1] - poverty_rate[y] > council_reduction[y])
    (`own`.`poor_2021` * NULLIF(`own`.`households_2025`, 0) - `own`.`poor_2025` * NULLIF(`own`.`households_2021`, 0)) * 1000000 > `own`.`plan_reduction` * NULLIF(`own`.`households_2021`, 0) * NULLIF(`own`.`households_2025`, 0)
      AND (`own`.`poor_2021` * NULLIF(`own`.`households_2022`, 0) - `own`.`poor_2022` * NULLIF(`own`.`households_2021`, 0)) * 1000000 > `own`.`council_reduction_2022` * NULLIF(`own`.`households_2021`, 0) * NULLIF(`own`.`households_2022`, 0)
      AND (`own`.`poor_2022` * NULLIF(`own`.`households_2023`, 0) - `own`.`poor_2023` * NULLIF(`own`.`households_2022`, 0)) * 1000000 > `own`.`council_reduction_2023` * NULLIF(`own`.`households_2022`, 0) * NULLIF(`own`.`households_2023`, 0)
      AND (`own`.`poor_2023` * NULLIF(`own`.`households_2024`, 0) - `own`.`poor_2024` * NULLIF(`own`.`households_2023`, 0)) * 1000000 > `own`.`council_reduction_2024` * NULLIF(`own`.`households_2023`, 0) * NULLIF(`own`.`households_2024`, 0)
      AND (`own`.`poor_2024` * NULLIF(`own`.`households_2025`, 0) - `own`.`poor_2025` * NULLIF(`own`.`households_2024`, 0)) * 1000000 > `own`.`council_reduction_2025` * NULLIF(`own`.`households_2024`, 0) * NULLIF(`own`.`households_2025`, 0) AS `V.2.2.e`,
    -- V.2.2.f (KH V.2.2, gạch đầu dòng 5): The Party organisation rated good or better in every year
    --   require: every y in start..rated satisfies party_rating[y] >= "HTTNV"
    `own`.`party_rating_2021` >= 2
      AND `own`.`party_rating_2022` >= 2
      AND `own`.`party_rating_2023` >= 2
      AND `own`.`party_rating_2024` >= 2 AS `V.2.2.f`
  FROM `districts facts` AS `own`
),
`verdicts` AS (
  SELECT `code`,
    CASE WHEN `V.2.2.a` THEN 'met' WHEN NOT `V.2.2.a` THEN 'not_met' ELSE 'insufficient' END AS `V.2.2.a`,
    CASE WHEN `V.2.2.b` THEN 'met' WHEN NOT `V.2.2.b` THEN 'not_met' ELSE 'insufficient' END AS `V.2.2.b`,
    CASE WHEN `V.2.2.c` THEN 'met' WHEN NOT `V.2.2.c` THEN 'not_met' ELSE 'insufficient' END AS `V.2.2.c`,
    CASE WHEN `V.2.2.d` THEN 'met' WHEN NOT `V.2.2.d` THEN 'not_met' ELSE 'insufficient' END AS `V.2.2.d`,
    CASE WHEN `V.2.2.e` THEN 'met' WHEN NOT `V.2.2.e` THEN 'not_met' ELSE 'insufficient' END AS `V.2.2.e`,
    CASE WHEN `V.2.2.f` THEN 'met' WHEN NOT `V.2.2.f` THEN 'not_met' ELSE 'insufficient' END AS `V.2.2.f`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'not_met' IN (`V.2.2.a`, `V.2.2.b`, `V.2.2.c`, `V.2.2.d`, `V.2.2.e`, `V.2.2.f`) THEN 'not_met'
    WHEN 'insufficient' IN (`V.2.2.a`, `V.2.2.b`, `V.2.2.c`, `V.2.2.d`, `V.2.2.e`, `V.2.2.f`) THEN 'insufficient'
    WHEN 'met' IN (`V.2.2.a`, `V.2.2.b`, `V.2.2.c`, `V.2.2.d`, `V.2.2.e`, `V.2.2.f`) THEN 'met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `code`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `V.2.2.a`, `V.2.2.b`, `V.2.2.c`, `V.2.2.d`, `V.2.2.e`, `V.2.2.f`
FROM `group 1`;

-- Table communes
WITH
`communes facts` AS (
  SELECT NULLIF(`code`, '') AS `code`,
    `programme_effective`,
    `funds_settled`,
    `reports_on_time`,
    `people_mobilised`,
    CASE WHEN `models_built` IS NULL THEN NULL
      WHEN (`models_built`) % 1 = 0 AND CAST(`models_built` AS DECIMAL(38,0)) >= 0 THEN CAST(`models_built` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.models_built: ', COALESCE(CAST(`models_built` AS STRING), 'NULL'))) END AS `models_built`,
    CASE WHEN `households_2021` IS NULL THEN NULL
      WHEN (`households_2021`) % 1 = 0 AND CAST(`households_2021` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2021` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.households_2021: ', COALESCE(CAST(`households_2021` AS STRING), 'NULL'))) END AS `households_2021`,
    CASE WHEN `households_2022` IS NULL THEN NULL
      WHEN (`households_2022`) % 1 = 0 AND CAST(`households_2022` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2022` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.households_2022: ', COALESCE(CAST(`households_2022` AS STRING), 'NULL'))) END AS `households_2022`,
    CASE WHEN `households_2023` IS NULL THEN NULL
      WHEN (`households_2023`) % 1 = 0 AND CAST(`households_2023` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2023` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.households_2023: ', COALESCE(CAST(`households_2023` AS STRING), 'NULL'))) END AS `households_2023`,
    CASE WHEN `households_2024` IS NULL THEN NULL
      WHEN (`households_2024`) % 1 = 0 AND CAST(`households_2024` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2024` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.households_2024: ', COALESCE(CAST(`households_2024` AS STRING), 'NULL'))) END AS `households_2024`,
    CASE WHEN `households_2025` IS NULL THEN NULL
      WHEN (`households_2025`) % 1 = 0 AND CAST(`households_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.households_2025: ', COALESCE(CAST(`households_2025` AS STRING), 'NULL'))) END AS `households_2025`,
    CASE WHEN `poor_2021` IS NULL THEN NULL
      WHEN (`poor_2021`) % 1 = 0 AND CAST(`poor_2021` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2021` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.poor_2021: ', COALESCE(CAST(`poor_2021` AS STRING), 'NULL'))) END AS `poor_2021`,
    CASE WHEN `poor_2022` IS NULL THEN NULL
      WHEN (`poor_2022`) % 1 = 0 AND CAST(`poor_2022` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2022` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.poor_2022: ', COALESCE(CAST(`poor_2022` AS STRING), 'NULL'))) END AS `poor_2022`,
    CASE WHEN `poor_2023` IS NULL THEN NULL
      WHEN (`poor_2023`) % 1 = 0 AND CAST(`poor_2023` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2023` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.poor_2023: ', COALESCE(CAST(`poor_2023` AS STRING), 'NULL'))) END AS `poor_2023`,
    CASE WHEN `poor_2024` IS NULL THEN NULL
      WHEN (`poor_2024`) % 1 = 0 AND CAST(`poor_2024` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2024` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.poor_2024: ', COALESCE(CAST(`poor_2024` AS STRING), 'NULL'))) END AS `poor_2024`,
    CASE WHEN `poor_2025` IS NULL THEN NULL
      WHEN (`poor_2025`) % 1 = 0 AND CAST(`poor_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.poor_2025: ', COALESCE(CAST(`poor_2025` AS STRING), 'NULL'))) END AS `poor_2025`,
    CASE WHEN `near_poor_2021` IS NULL THEN NULL
      WHEN (`near_poor_2021`) % 1 = 0 AND CAST(`near_poor_2021` AS DECIMAL(38,0)) >= 0 THEN CAST(`near_poor_2021` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.near_poor_2021: ', COALESCE(CAST(`near_poor_2021` AS STRING), 'NULL'))) END AS `near_poor_2021`,
    CASE WHEN `near_poor_2025` IS NULL THEN NULL
      WHEN (`near_poor_2025`) % 1 = 0 AND CAST(`near_poor_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`near_poor_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.near_poor_2025: ', COALESCE(CAST(`near_poor_2025` AS STRING), 'NULL'))) END AS `near_poor_2025`,
    CASE WHEN `council_reduction_2022` IS NULL THEN NULL
      WHEN (`council_reduction_2022` * 1000000) % 1 = 0 AND CAST(`council_reduction_2022` * 1000000 AS DECIMAL(38,0)) >= 0 AND CAST(`council_reduction_2022` * 1000000 AS DECIMAL(38,0)) <= 1000000 THEN CAST(`council_reduction_2022` * 1000000 AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.council_reduction_2022: ', COALESCE(CAST(`council_reduction_2022` AS STRING), 'NULL'))) END AS `council_reduction_2022`,
    CASE WHEN `council_reduction_2023` IS NULL THEN NULL
      WHEN (`council_reduction_2023` * 1000000) % 1 = 0 AND CAST(`council_reduction_2023` * 1000000 AS DECIMAL(38,0)) >= 0 AND CAST(`council_reduction_2023` * 1000000 AS DECIMAL(38,0)) <= 1000000 THEN CAST(`council_reduction_2023` * 1000000 AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.council_reduction_2023: ', COALESCE(CAST(`council_reduction_2023` AS STRING), 'NULL'))) END AS `council_reduction_2023`,
    CASE WHEN `council_reduction_2024` IS NULL THEN NULL
      WHEN (`council_reduction_2024` * 1000000) % 1 = 0 AND CAST(`council_reduction_2024` * 1000000 AS DECIMAL(38,0)) >= 0 AND CAST(`council_reduction_2024` * 1000000 AS DECIMAL(38,0)) <= 1000000 THEN CAST(`council_reduction_2024` * 1000000 AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.council_reduction_2024: ', COALESCE(CAST(`council_reduction_2024` AS STRING), 'NULL'))) END AS `council_reduction_2024`,
    CASE WHEN `council_reduction_2025` IS NULL THEN NULL
      WHEN (`council_reduction_2025` * 1000000) % 1 = 0 AND CAST(`council_reduction_2025` * 1000000 AS DECIMAL(38,0)) >= 0 AND CAST(`council_reduction_2025` * 1000000 AS DECIMAL(38,0)) <= 1000000 THEN CAST(`council_reduction_2025` * 1000000 AS DECIMAL(38,0))
      ELSE raise_error(concat('communes.council_reduction_2025: ', COALESCE(CAST(`council_reduction_2025` AS STRING), 'NULL'))) END AS `council_reduction_2025`,
    CASE WHEN `party_rating_2021` IS NULL THEN NULL
      WHEN `party_rating_2021` = 'KHTNV' THEN 0 WHEN `party_rating_2021` = 'HTNV' THEN 1 WHEN `party_rating_2021` = 'HTTNV' THEN 2 WHEN `party_rating_2021` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('communes.party_rating_2021: ', COALESCE(CAST(`party_rating_2021` AS STRING), 'NULL'))) END AS `party_rating_2021`,
    CASE WHEN `party_rating_2022` IS NULL THEN NULL
      WHEN `party_rating_2022` = 'KHTNV' THEN 0 WHEN `party_rating_2022` = 'HTNV' THEN 1 WHEN `party_rating_2022` = 'HTTNV' THEN 2 WHEN `party_rating_2022` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('communes.party_rating_2022: ', COALESCE(CAST(`party_rating_2022` AS STRING), 'NULL'))) END AS `party_rating_2022`,
    CASE WHEN `party_rating_2023` IS NULL THEN NULL
      WHEN `party_rating_2023` = 'KHTNV' THEN 0 WHEN `party_rating_2023` = 'HTNV' THEN 1 WHEN `party_rating_2023` = 'HTTNV' THEN 2 WHEN `party_rating_2023` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('communes.party_rating_2023: ', COALESCE(CAST(`party_rating_2023` AS STRING), 'NULL'))) END AS `party_rating_2023`,
    CASE WHEN `party_rating_2024` IS NULL THEN NULL
      WHEN `party_rating_2024` = 'KHTNV' THEN 0 WHEN `party_rating_2024` = 'HTNV' THEN 1 WHEN `party_rating_2024` = 'HTTNV' THEN 2 WHEN `party_rating_2024` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('communes.party_rating_2024: ', COALESCE(CAST(`party_rating_2024` AS STRING), 'NULL'))) END AS `party_rating_2024`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `code`) AS `same key` FROM `communes`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `code` <> '' THEN TRUE
    ELSE raise_error(concat('communes (code): ', COALESCE(CAST(`code` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`code`,
    -- V.2.3.a (KH V.2.3, gạch đầu dòng 1; KH226): The commune's programme carried out well
    --   require: programme_effective
    `own`.`programme_effective` AS `V.2.3.a`,
    -- V.2.3.b (KH V.2.3, gạch đầu dòng 1): Funds settled in time, reports correct and complete
    --   require: funds_settled and reports_on_time
    `own`.`funds_settled` AND `own`.`reports_on_time` AS `V.2.3.b`,
    -- V.2.3.c (KH V.2.3, gạch đầu dòng 2): People won for the movement and poverty-reduction models built
    --   require: people_mobilised and models_built >= min_models
    `own`.`people_mobilised` AND `own`.`models_built` >= 1 AS `V.2.3.c`,
    -- V.2.3.d (KH V.2.3, gạch đầu dòng 3): Poverty rate cut by at least the commune council's target every year
    --   require: every y in start+1..review satisfies poverty_rate[y-1] - poverty_rate[y] >= council_reduction[y] or (poor[y-1] = 0 and poor[y] = 0)
    ((`own`.`poor_2021` * NULLIF(`own`.`households_2022`, 0) - `own`.`poor_2022` * NULLIF(`own`.`households_2021`, 0)) * 1000000 >= `own`.`council_reduction_2022` * NULLIF(`own`.`households_2021`, 0) * NULLIF(`own`.`households_2022`, 0)
      OR `own`.`poor_2021` = 0 AND `own`.`poor_2022` = 0)
      AND ((`own`.`poor_2022` * NULLIF(`own`.`households_2023`, 0) - `own`.`poor_2023` * NULLIF(`own`.`households_2022`, 0)) * 1000000 >= `own`.`council_reduction_2023` * NULLIF(`own`.`households_2022`, 0) * NULLIF(`own`.`households_2023`, 0)
      OR `own`.`poor_2022` = 0 AND `own`.`poor_2023` = 0)
      AND ((`own`.`poor_2023` * NULLIF(`own`.`households_2024`, 0) - `own`.`poor_2024` * NULLIF(`own`.`households_2023`, 0)) * 1000000 >= `own`.`council_reduction_2024` * NULLIF(`own`.`households_2023`, 0) * NULLIF(`own`.`households_2024`, 0)
      OR `own`.`poor_2023` = 0 AND `own`.`poor_2024` = 0)
      AND ((`own`.`poor_2024` * NULLIF(`own`.`households_2025`, 0) - `own`.`poor_2025` * NULLIF(`own`.`households_2024`, 0)) * 1000000 >= `own`.`council_reduction_2025` * NULLIF(`own`.`households_2024`, 0) * NULLIF(`own`.`households_2025`, 0)
      OR `own`.`poor_2024` = 0 AND `own`.`poor_2025` = 0) AS `V.2.3.d`,
    -- V.2.3.e (GD, thay KH V.2.3): Poor and near-poor households down by more than 60% since the start
    --   require: reduction((poor + near_poor)[start], (poor + near_poor)[review]) > 60%
    (`own`.`poor_2021` + `own`.`near_poor_2021` - (`own`.`poor_2025` + `own`.`near_poor_2025`)) * 5 > 3 * NULLIF(`own`.`poor_2021` + `own`.`near_poor_2021`, 0) AS `V.2.3.e`,
    -- V.2.3.f (KH V.2.3, gạch đầu dòng 4): The Party organisation rated good or better in every year
    --   require: every y in start..rated satisfies party_rating[y] >= "HTTNV"
    `own`.`party_rating_2021` >= 2
      AND `own`.`party_rating_2022` >= 2
      AND `own`.`party_rating_2023` >= 2
      AND `own`.`party_rating_2024` >= 2 AS `V.2.3.f`,
    -- LN.models (GD): At least 2 models against poverty
    --   require: models_built >= min_models_of_district
    `own`.`models_built` >= 2 AS `LN.models`
  FROM `communes facts` AS `own`
),
`verdicts` AS (
  SELECT `code`,
    CASE WHEN `V.2.3.a` THEN 'met' WHEN NOT `V.2.3.a` THEN 'not_met' ELSE 'insufficient' END AS `V.2.3.a`,
    CASE WHEN `V.2.3.b` THEN 'met' WHEN NOT `V.2.3.b` THEN 'not_met' ELSE 'insufficient' END AS `V.2.3.b`,
    CASE WHEN `V.2.3.c` THEN 'met' WHEN NOT `V.2.3.c` THEN 'not_met' ELSE 'insufficient' END AS `V.2.3.c`,
    CASE WHEN `V.2.3.d` THEN 'met' WHEN NOT `V.2.3.d` THEN 'not_met' ELSE 'insufficient' END AS `V.2.3.d`,
    CASE WHEN `V.2.3.e` THEN 'met' WHEN NOT `V.2.3.e` THEN 'not_met' ELSE 'insufficient' END AS `V.2.3.e`,
    CASE WHEN `V.2.3.f` THEN 'met' WHEN NOT `V.2.3.f` THEN 'not_met' ELSE 'insufficient' END AS `V.2.3.f`,
    CASE WHEN `LN.models` THEN 'met' WHEN NOT `LN.models` THEN 'not_met' ELSE 'insufficient' END AS `LN.models`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'not_met' IN (`V.2.3.a`, `V.2.3.b`, `V.2.3.c`, `V.2.3.d`, `V.2.3.e`, `V.2.3.f`, `LN.models`) THEN 'not_met'
    WHEN 'insufficient' IN (`V.2.3.a`, `V.2.3.b`, `V.2.3.c`, `V.2.3.d`, `V.2.3.e`, `V.2.3.f`, `LN.models`) THEN 'insufficient'
    WHEN 'met' IN (`V.2.3.a`, `V.2.3.b`, `V.2.3.c`, `V.2.3.d`, `V.2.3.e`, `V.2.3.f`, `LN.models`) THEN 'met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `code`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `V.2.3.a`, `V.2.3.b`, `V.2.3.c`, `V.2.3.d`, `V.2.3.e`, `V.2.3.f`, `LN.models`
FROM `group 1`;

-- Table hamlets
WITH
`hamlets facts` AS (
  SELECT NULLIF(`code`, '') AS `code`,
    `programme_effective`,
    `living_conditions_improved`,
    CASE WHEN `models_built` IS NULL THEN NULL
      WHEN (`models_built`) % 1 = 0 AND CAST(`models_built` AS DECIMAL(38,0)) >= 0 THEN CAST(`models_built` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.models_built: ', COALESCE(CAST(`models_built` AS STRING), 'NULL'))) END AS `models_built`,
    CASE WHEN `households_2021` IS NULL THEN NULL
      WHEN (`households_2021`) % 1 = 0 AND CAST(`households_2021` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2021` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.households_2021: ', COALESCE(CAST(`households_2021` AS STRING), 'NULL'))) END AS `households_2021`,
    CASE WHEN `households_2022` IS NULL THEN NULL
      WHEN (`households_2022`) % 1 = 0 AND CAST(`households_2022` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2022` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.households_2022: ', COALESCE(CAST(`households_2022` AS STRING), 'NULL'))) END AS `households_2022`,
    CASE WHEN `households_2023` IS NULL THEN NULL
      WHEN (`households_2023`) % 1 = 0 AND CAST(`households_2023` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2023` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.households_2023: ', COALESCE(CAST(`households_2023` AS STRING), 'NULL'))) END AS `households_2023`,
    CASE WHEN `households_2024` IS NULL THEN NULL
      WHEN (`households_2024`) % 1 = 0 AND CAST(`households_2024` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2024` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.households_2024: ', COALESCE(CAST(`households_2024` AS STRING), 'NULL'))) END AS `households_2024`,
    CASE WHEN `households_2025` IS NULL THEN NULL
      WHEN (`households_2025`) % 1 = 0 AND CAST(`households_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`households_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.households_2025: ', COALESCE(CAST(`households_2025` AS STRING), 'NULL'))) END AS `households_2025`,
    CASE WHEN `poor_2021` IS NULL THEN NULL
      WHEN (`poor_2021`) % 1 = 0 AND CAST(`poor_2021` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2021` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.poor_2021: ', COALESCE(CAST(`poor_2021` AS STRING), 'NULL'))) END AS `poor_2021`,
    CASE WHEN `poor_2022` IS NULL THEN NULL
      WHEN (`poor_2022`) % 1 = 0 AND CAST(`poor_2022` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2022` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.poor_2022: ', COALESCE(CAST(`poor_2022` AS STRING), 'NULL'))) END AS `poor_2022`,
    CASE WHEN `poor_2023` IS NULL THEN NULL
      WHEN (`poor_2023`) % 1 = 0 AND CAST(`poor_2023` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2023` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.poor_2023: ', COALESCE(CAST(`poor_2023` AS STRING), 'NULL'))) END AS `poor_2023`,
    CASE WHEN `poor_2024` IS NULL THEN NULL
      WHEN (`poor_2024`) % 1 = 0 AND CAST(`poor_2024` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2024` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.poor_2024: ', COALESCE(CAST(`poor_2024` AS STRING), 'NULL'))) END AS `poor_2024`,
    CASE WHEN `poor_2025` IS NULL THEN NULL
      WHEN (`poor_2025`) % 1 = 0 AND CAST(`poor_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`poor_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.poor_2025: ', COALESCE(CAST(`poor_2025` AS STRING), 'NULL'))) END AS `poor_2025`,
    CASE WHEN `near_poor_2021` IS NULL THEN NULL
      WHEN (`near_poor_2021`) % 1 = 0 AND CAST(`near_poor_2021` AS DECIMAL(38,0)) >= 0 THEN CAST(`near_poor_2021` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.near_poor_2021: ', COALESCE(CAST(`near_poor_2021` AS STRING), 'NULL'))) END AS `near_poor_2021`,
    CASE WHEN `near_poor_2025` IS NULL THEN NULL
      WHEN (`near_poor_2025`) % 1 = 0 AND CAST(`near_poor_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`near_poor_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.near_poor_2025: ', COALESCE(CAST(`near_poor_2025` AS STRING), 'NULL'))) END AS `near_poor_2025`,
    CASE WHEN `relapsed_2022` IS NULL THEN NULL
      WHEN (`relapsed_2022`) % 1 = 0 AND CAST(`relapsed_2022` AS DECIMAL(38,0)) >= 0 THEN CAST(`relapsed_2022` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.relapsed_2022: ', COALESCE(CAST(`relapsed_2022` AS STRING), 'NULL'))) END AS `relapsed_2022`,
    CASE WHEN `relapsed_2023` IS NULL THEN NULL
      WHEN (`relapsed_2023`) % 1 = 0 AND CAST(`relapsed_2023` AS DECIMAL(38,0)) >= 0 THEN CAST(`relapsed_2023` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.relapsed_2023: ', COALESCE(CAST(`relapsed_2023` AS STRING), 'NULL'))) END AS `relapsed_2023`,
    CASE WHEN `relapsed_2024` IS NULL THEN NULL
      WHEN (`relapsed_2024`) % 1 = 0 AND CAST(`relapsed_2024` AS DECIMAL(38,0)) >= 0 THEN CAST(`relapsed_2024` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.relapsed_2024: ', COALESCE(CAST(`relapsed_2024` AS STRING), 'NULL'))) END AS `relapsed_2024`,
    CASE WHEN `relapsed_2025` IS NULL THEN NULL
      WHEN (`relapsed_2025`) % 1 = 0 AND CAST(`relapsed_2025` AS DECIMAL(38,0)) >= 0 THEN CAST(`relapsed_2025` AS DECIMAL(38,0))
      ELSE raise_error(concat('hamlets.relapsed_2025: ', COALESCE(CAST(`relapsed_2025` AS STRING), 'NULL'))) END AS `relapsed_2025`,
    CASE WHEN `party_rating_2021` IS NULL THEN NULL
      WHEN `party_rating_2021` = 'KHTNV' THEN 0 WHEN `party_rating_2021` = 'HTNV' THEN 1 WHEN `party_rating_2021` = 'HTTNV' THEN 2 WHEN `party_rating_2021` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('hamlets.party_rating_2021: ', COALESCE(CAST(`party_rating_2021` AS STRING), 'NULL'))) END AS `party_rating_2021`,
    CASE WHEN `party_rating_2022` IS NULL THEN NULL
      WHEN `party_rating_2022` = 'KHTNV' THEN 0 WHEN `party_rating_2022` = 'HTNV' THEN 1 WHEN `party_rating_2022` = 'HTTNV' THEN 2 WHEN `party_rating_2022` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('hamlets.party_rating_2022: ', COALESCE(CAST(`party_rating_2022` AS STRING), 'NULL'))) END AS `party_rating_2022`,
    CASE WHEN `party_rating_2023` IS NULL THEN NULL
      WHEN `party_rating_2023` = 'KHTNV' THEN 0 WHEN `party_rating_2023` = 'HTNV' THEN 1 WHEN `party_rating_2023` = 'HTTNV' THEN 2 WHEN `party_rating_2023` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('hamlets.party_rating_2023: ', COALESCE(CAST(`party_rating_2023` AS STRING), 'NULL'))) END AS `party_rating_2023`,
    CASE WHEN `party_rating_2024` IS NULL THEN NULL
      WHEN `party_rating_2024` = 'KHTNV' THEN 0 WHEN `party_rating_2024` = 'HTNV' THEN 1 WHEN `party_rating_2024` = 'HTTNV' THEN 2 WHEN `party_rating_2024` = 'HTXSNV' THEN 3
      ELSE raise_error(concat('hamlets.party_rating_2024: ', COALESCE(CAST(`party_rating_2024` AS STRING), 'NULL'))) END AS `party_rating_2024`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `code`) AS `same key` FROM `hamlets`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `code` <> '' THEN TRUE
    ELSE raise_error(concat('hamlets (code): ', COALESCE(CAST(`code` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`code`,
    -- V.2.4.a (KH V.2.4, gạch đầu dòng 1): Policies carried out well, support raised for poor households
    --   require: programme_effective
    `own`.`programme_effective` AS `V.2.4.a`,
    -- V.2.4.b (KH V.2.4, gạch đầu dòng 2): A model built, and living conditions clearly better
    --   require: models_built >= min_models and living_conditions_improved
    `own`.`models_built` >= 1 AND `own`.`living_conditions_improved` AS `V.2.4.b`,
    -- V.2.4.c (KH V.2.4, gạch đầu dòng 3): Poverty rate lower every year
    --   require: every y in start+1..review satisfies poverty_rate[y] < poverty_rate[y-1] or (poor[y-1] = 0 and poor[y] = 0)
    (`own`.`poor_2022` * NULLIF(`own`.`households_2021`, 0) < `own`.`poor_2021` * NULLIF(`own`.`households_2022`, 0)
      OR `own`.`poor_2021` = 0 AND `own`.`poor_2022` = 0)
      AND (`own`.`poor_2023` * NULLIF(`own`.`households_2022`, 0) < `own`.`poor_2022` * NULLIF(`own`.`households_2023`, 0)
      OR `own`.`poor_2022` = 0 AND `own`.`poor_2023` = 0)
      AND (`own`.`poor_2024` * NULLIF(`own`.`households_2023`, 0) < `own`.`poor_2023` * NULLIF(`own`.`households_2024`, 0)
      OR `own`.`poor_2023` = 0 AND `own`.`poor_2024` = 0)
      AND (`own`.`poor_2025` * NULLIF(`own`.`households_2024`, 0) < `own`.`poor_2024` * NULLIF(`own`.`households_2025`, 0)
      OR `own`.`poor_2024` = 0 AND `own`.`poor_2025` = 0) AS `V.2.4.c`,
    -- V.2.4.d (KH V.2.4, gạch đầu dòng 3): No household fell back into poverty
    --   require: every y in start+1..review satisfies relapsed[y] = 0
    `own`.`relapsed_2022` = 0 AND `own`.`relapsed_2023` = 0 AND `own`.`relapsed_2024` = 0 AND `own`.`relapsed_2025` = 0 AS `V.2.4.d`,
    -- V.2.4.e (KH V.2.4, gạch đầu dòng 3): Poor and near-poor households more than halved since the start
    --   require: reduction((poor + near_poor)[start], (poor + near_poor)[review]) > 50%
    (`own`.`poor_2021` + `own`.`near_poor_2021` - (`own`.`poor_2025` + `own`.`near_poor_2025`)) * 2 > NULLIF(`own`.`poor_2021` + `own`.`near_poor_2021`, 0) AS `V.2.4.e`,
    -- V.2.4.f (KH V.2.4, gạch đầu dòng 4): The Party cell rated good or better in every year
    --   require: every y in start..rated satisfies party_rating[y] >= "HTTNV"
    `own`.`party_rating_2021` >= 2
      AND `own`.`party_rating_2022` >= 2
      AND `own`.`party_rating_2023` >= 2
      AND `own`.`party_rating_2024` >= 2 AS `V.2.4.f`
  FROM `hamlets facts` AS `own`
),
`verdicts` AS (
  SELECT `code`,
    CASE WHEN `V.2.4.a` THEN 'met' WHEN NOT `V.2.4.a` THEN 'not_met' ELSE 'insufficient' END AS `V.2.4.a`,
    CASE WHEN `V.2.4.b` THEN 'met' WHEN NOT `V.2.4.b` THEN 'not_met' ELSE 'insufficient' END AS `V.2.4.b`,
    CASE WHEN `V.2.4.c` THEN 'met' WHEN NOT `V.2.4.c` THEN 'not_met' ELSE 'insufficient' END AS `V.2.4.c`,
    CASE WHEN `V.2.4.d` THEN 'met' WHEN NOT `V.2.4.d` THEN 'not_met' ELSE 'insufficient' END AS `V.2.4.d`,
    CASE WHEN `V.2.4.e` THEN 'met' WHEN NOT `V.2.4.e` THEN 'not_met' ELSE 'insufficient' END AS `V.2.4.e`,
    CASE WHEN `V.2.4.f` THEN 'met' WHEN NOT `V.2.4.f` THEN 'not_met' ELSE 'insufficient' END AS `V.2.4.f`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'not_met' IN (`V.2.4.a`, `V.2.4.b`, `V.2.4.c`, `V.2.4.d`, `V.2.4.e`, `V.2.4.f`) THEN 'not_met'
    WHEN 'insufficient' IN (`V.2.4.a`, `V.2.4.b`, `V.2.4.c`, `V.2.4.d`, `V.2.4.e`, `V.2.4.f`) THEN 'insufficient'
    WHEN 'met' IN (`V.2.4.a`, `V.2.4.b`, `V.2.4.c`, `V.2.4.d`, `V.2.4.e`, `V.2.4.f`) THEN 'met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `code`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `V.2.4.a`, `V.2.4.b`, `V.2.4.c`, `V.2.4.d`, `V.2.4.e`, `V.2.4.f`
FROM `group 1`;

-- Table households
WITH
`households facts` AS (
  SELECT NULLIF(`code`, '') AS `code`,
    CASE WHEN `status_start` IS NULL OR `status_start` IN ('none', 'poor', 'near_poor') THEN `status_start`
      ELSE raise_error(concat('households.status_start: ', COALESCE(CAST(`status_start` AS STRING), 'NULL'))) END AS `status_start`,
    CASE WHEN `status_now` IS NULL OR `status_now` IN ('none', 'poor', 'near_poor') THEN `status_now`
      ELSE raise_error(concat('households.status_now: ', COALESCE(CAST(`status_now` AS STRING), 'NULL'))) END AS `status_now`,
    `relapsed`,
    CASE WHEN `help_value` IS NULL THEN NULL
      WHEN (`help_value`) % 1 = 0 AND CAST(`help_value` AS DECIMAL(38,0)) >= 0 THEN CAST(`help_value` AS DECIMAL(38,0))
      ELSE raise_error(concat('households.help_value: ', COALESCE(CAST(`help_value` AS STRING), 'NULL'))) END AS `help_value`,
    `registered`,
    `borrowed`,
    `loan_in_order`,
    `helped_others`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `code`) AS `same key` FROM `households`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `code` <> '' THEN TRUE
    ELSE raise_error(concat('households (code): ', COALESCE(CAST(`code` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`code`,
    -- V.2.5.a (KH V.2.5, gạch đầu dòng 1): A household that is not poor: help worth at least 100 million VND
    --   when: status_start = "none"
    `own`.`status_start` = 'none' AS `V.2.5.a when`,
    --   require: help_value >= min_contribution
    `own`.`help_value` >= 100000000 AS `V.2.5.a`,
    -- V.2.5.b1 (KH V.2.5, gạch đầu dòng 2): A poor or near-poor household: volunteered to leave poverty
    --   when: status_start in ["poor", "near_poor"]
    `own`.`status_start` IN ('poor', 'near_poor') AS `V.2.5.b1 when`,
    --   require: registered
    `own`.`registered` AS `V.2.5.b1`,
    -- V.2.5.b2 (KH V.2.5, gạch đầu dòng 2): A poor or near-poor household: out of poverty for good
    --   when: status_start in ["poor", "near_poor"]
    `own`.`status_start` IN ('poor', 'near_poor') AS `V.2.5.b2 when`,
    --   require: status_now = "none" and not relapsed
    `own`.`status_now` = 'none' AND NOT `own`.`relapsed` AS `V.2.5.b2`,
    -- V.2.5.b3 (KH V.2.5, gạch đầu dòng 2): A poor or near-poor household with a loan: well used, repaid on time
    --   when: status_start in ["poor", "near_poor"] and borrowed
    `own`.`status_start` IN ('poor', 'near_poor') AND `own`.`borrowed` AS `V.2.5.b3 when`,
    --   require: loan_in_order
    `own`.`loan_in_order` AS `V.2.5.b3`,
    -- V.2.5.b4 (KH V.2.5, gạch đầu dòng 2): A poor or near-poor household: helped others in hardship
    --   when: status_start in ["poor", "near_poor"]
    `own`.`status_start` IN ('poor', 'near_poor') AS `V.2.5.b4 when`,
    --   require: helped_others
    `own`.`helped_others` AS `V.2.5.b4`
  FROM `households facts` AS `own`
),
`verdicts` AS (
  SELECT `code`,
    CASE WHEN `V.2.5.a when` IS NULL THEN 'insufficient' WHEN NOT `V.2.5.a when` THEN 'not_applicable' WHEN `V.2.5.a` THEN 'met' WHEN NOT `V.2.5.a` THEN 'not_met' ELSE 'insufficient' END AS `V.2.5.a`,
    CASE WHEN `V.2.5.b1 when` IS NULL THEN 'insufficient' WHEN NOT `V.2.5.b1 when` THEN 'not_applicable' WHEN `V.2.5.b1` THEN 'met' WHEN NOT `V.2.5.b1` THEN 'not_met' ELSE 'insufficient' END AS `V.2.5.b1`,
    CASE WHEN `V.2.5.b2 when` IS NULL THEN 'insufficient' WHEN NOT `V.2.5.b2 when` THEN 'not_applicable' WHEN `V.2.5.b2` THEN 'met' WHEN NOT `V.2.5.b2` THEN 'not_met' ELSE 'insufficient' END AS `V.2.5.b2`,
    CASE WHEN `V.2.5.b3 when` IS NULL THEN 'insufficient' WHEN NOT `V.2.5.b3 when` THEN 'not_applicable' WHEN `V.2.5.b3` THEN 'met' WHEN NOT `V.2.5.b3` THEN 'not_met' ELSE 'insufficient' END AS `V.2.5.b3`,
    CASE WHEN `V.2.5.b4 when` IS NULL THEN 'insufficient' WHEN NOT `V.2.5.b4 when` THEN 'not_applicable' WHEN `V.2.5.b4` THEN 'met' WHEN NOT `V.2.5.b4` THEN 'not_met' ELSE 'insufficient' END AS `V.2.5.b4`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'not_met' IN (`V.2.5.a`, `V.2.5.b1`, `V.2.5.b2`, `V.2.5.b3`, `V.2.5.b4`) THEN 'not_met'
    WHEN 'insufficient' IN (`V.2.5.a`, `V.2.5.b1`, `V.2.5.b2`, `V.2.5.b3`, `V.2.5.b4`) THEN 'insufficient'
    WHEN 'met' IN (`V.2.5.a`, `V.2.5.b1`, `V.2.5.b2`, `V.2.5.b3`, `V.2.5.b4`) THEN 'met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `code`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `V.2.5.a`, `V.2.5.b1`, `V.2.5.b2`, `V.2.5.b3`, `V.2.5.b4`
FROM `group 1`;

-- Table officials
WITH
`officials facts` AS (
  SELECT NULLIF(`code`, '') AS `code`,
    `provincial`,
    `initiative`,
    `assisted_disadvantaged`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `code`) AS `same key` FROM `officials`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `code` <> '' THEN TRUE
    ELSE raise_error(concat('officials (code): ', COALESCE(CAST(`code` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`code`,
    -- V.2.6.a (KH V.2.6, gạch đầu dòng 1): Devoted work close to the people, with initiatives against poverty
    --   require: initiative
    `own`.`initiative` AS `V.2.6.a`,
    -- V.2.6.b (KH V.2.6, gạch đầu dòng 2): Provincial staff: helped extremely disadvantaged places and the poor
    --   when: provincial
    `own`.`provincial` AS `V.2.6.b when`,
    --   require: assisted_disadvantaged
    `own`.`assisted_disadvantaged` AS `V.2.6.b`
  FROM `officials facts` AS `own`
),
`verdicts` AS (
  SELECT `code`,
    CASE WHEN `V.2.6.a` THEN 'met' WHEN NOT `V.2.6.a` THEN 'not_met' ELSE 'insufficient' END AS `V.2.6.a`,
    CASE WHEN `V.2.6.b when` IS NULL THEN 'insufficient' WHEN NOT `V.2.6.b when` THEN 'not_applicable' WHEN `V.2.6.b` THEN 'met' WHEN NOT `V.2.6.b` THEN 'not_met' ELSE 'insufficient' END AS `V.2.6.b`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'met' IN (`V.2.6.a`, `V.2.6.b`) THEN 'met'
    WHEN 'insufficient' IN (`V.2.6.a`, `V.2.6.b`) THEN 'insufficient'
    WHEN 'not_met' IN (`V.2.6.a`, `V.2.6.b`) THEN 'not_met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `code`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `V.2.6.a`, `V.2.6.b`
FROM `group 1`;

-- Table enterprises
WITH
`enterprises facts` AS (
  SELECT NULLIF(`code`, '') AS `code`,
    CASE WHEN `kind` IS NULL OR `kind` IN ('enterprise', 'cooperative', 'bank') THEN `kind`
      ELSE raise_error(concat('enterprises.kind: ', COALESCE(CAST(`kind` AS STRING), 'NULL'))) END AS `kind`,
    CASE WHEN `contribution` IS NULL THEN NULL
      WHEN (`contribution`) % 1 = 0 AND CAST(`contribution` AS DECIMAL(38,0)) >= 0 THEN CAST(`contribution` AS DECIMAL(38,0))
      ELSE raise_error(concat('enterprises.contribution: ', COALESCE(CAST(`contribution` AS STRING), 'NULL'))) END AS `contribution`,
    `linkage`,
    `credit_policy`,
    NULLIF(`state_bank_confirmation`, '') AS `state_bank_confirmation`
  FROM (SELECT *, COUNT(*) OVER (PARTITION BY `code`) AS `same key` FROM `enterprises`) AS given
  WHERE CASE WHEN concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) <> 'bigintdecimal(38,36)' THEN raise_error(concat('SET spark.sql.ansi.enabled=true; SET spark.sql.decimalOperations.allowPrecisionLoss=false: ', COALESCE(CAST(concat(typeof(coalesce(1, '1')), typeof(CAST(1 AS DECIMAL(38,18)) * CAST(1 AS DECIMAL(38,18)))) AS STRING), 'NULL')))
    WHEN `same key` = 1 AND `code` <> '' THEN TRUE
    ELSE raise_error(concat('enterprises (code): ', COALESCE(CAST(`code` AS STRING), 'NULL'))) END
),
`conditions` AS (
  SELECT `own`.`code`,
    -- V.2.7.a (KH V.2.7, gạch đầu dòng 1): Contributions for disadvantaged places and the poor of at least 100 million VND
    --   when: kind != "bank"
    `own`.`kind` <> 'bank' AS `V.2.7.a when`,
    --   require: contribution >= min_contribution
    `own`.`contribution` >= 100000000 AS `V.2.7.a`,
    -- V.2.7.b (KH V.2.7, gạch đầu dòng 2): Production and sales linkages in which poor households take part
    --   when: kind != "bank"
    `own`.`kind` <> 'bank' AS `V.2.7.b when`,
    --   require: linkage
    `own`.`linkage` AS `V.2.7.b`,
    -- V.2.7.c (KH V.2.7, gạch đầu dòng 3): Banks: credit policy carried out well, confirmed by the State Bank
    --   when: kind = "bank"
    `own`.`kind` = 'bank' AS `V.2.7.c when`,
    --   require: credit_policy and known(state_bank_confirmation)
    `own`.`credit_policy` AND `own`.`state_bank_confirmation` IS NOT NULL AS `V.2.7.c`
  FROM `enterprises facts` AS `own`
),
`verdicts` AS (
  SELECT `code`,
    CASE WHEN `V.2.7.a when` IS NULL THEN 'insufficient' WHEN NOT `V.2.7.a when` THEN 'not_applicable' WHEN `V.2.7.a` THEN 'met' WHEN NOT `V.2.7.a` THEN 'not_met' ELSE 'insufficient' END AS `V.2.7.a`,
    CASE WHEN `V.2.7.b when` IS NULL THEN 'insufficient' WHEN NOT `V.2.7.b when` THEN 'not_applicable' WHEN `V.2.7.b` THEN 'met' WHEN NOT `V.2.7.b` THEN 'not_met' ELSE 'insufficient' END AS `V.2.7.b`,
    CASE WHEN `V.2.7.c when` IS NULL THEN 'insufficient' WHEN NOT `V.2.7.c when` THEN 'not_applicable' WHEN `V.2.7.c` THEN 'met' WHEN NOT `V.2.7.c` THEN 'not_met' ELSE 'insufficient' END AS `V.2.7.c`
  FROM `conditions`
),
`group 1` AS (
  SELECT `verdicts`.*, CASE WHEN 'not_met' IN (`V.2.7.a`, `V.2.7.b`, `V.2.7.c`) THEN 'not_met'
    WHEN 'insufficient' IN (`V.2.7.a`, `V.2.7.b`, `V.2.7.c`) THEN 'insufficient'
    WHEN 'met' IN (`V.2.7.a`, `V.2.7.b`, `V.2.7.c`) THEN 'met'
    ELSE 'not_applicable' END AS `group 1`
  FROM `verdicts`
)
SELECT `code`,
  CASE `group 1` WHEN 'met' THEN 'eligible' WHEN 'not_met' THEN 'ineligible' ELSE 'undetermined' END AS `verdict`,
  `V.2.7.a`, `V.2.7.b`, `V.2.7.c`
FROM `group 1`;
