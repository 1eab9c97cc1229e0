-- Named organisations
-- Civil-society organisations named in applications, and whether they had agreed by then.
-- key: line
-- columns:
--   line          integer  Line no.: number within this release
--   call          text     Call: for applications
--   application   text     Application: as in the register
--   cso_name      text     Organisation: as named in the application
--   submitted_on  date     Submitted on: day of the application
--   consent       flag     Consent: as in the register
--   consented_on  date     Consented on: day the organisation agreed
--   evidence      text     Evidence: what shows it
--   in_year       flag     In year: the application was submitted in the year
--   has_agreed    flag     Has agreed: by the day of the application, with evidence
--   row_id        row      Row: in the register
SELECT
  row_number() OVER (ORDER BY a.call, a.application, a.row_id) AS line,
  a.call, a.application, a.cso_name, a.submitted_on, a.consent, a.consented_on, a.evidence,
  coalesce(a.submitted_on BETWEEN y.starts_on AND y.ends_on, 0) AS in_year,
  a.consent IS 1 AND coalesce(a.consented_on <= a.submitted_on, 0) AND a.evidence IS NOT NULL
    AS has_agreed,
  a.row_id
FROM register_applications a
CROSS JOIN period y
