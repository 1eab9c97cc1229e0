import Testing

/// Mistakes in what a release publishes, each named with file and line.
@Suite struct WrongPublicationsTests {
  private static let document = "iati/activities.yml"

  @Test(arguments: [
    Wrong(
      file: "csv/recommendations.sql", found: "Event, code:", replacement: "event:",
      complaint: "the label `event` is also declared in "),
    Wrong(
      file: document, found: "for: iati_country", replacement: "for: iati_land",
      complaint: "there is no view `iati_land` in 5-publications"),
    Wrong(
      file: document, found: "on: programme", replacement: "on: role",
      complaint: "`on` names `role`, which is no column of both `iati_organisation` and the rows "
        + "around it"),
    Wrong(
      file: document, found: "for: iati_activity\n", replacement: "on: programme\n",
      complaint: "`on` needs `for: VIEW`"),
    Wrong(
      file: document, found: "{title}", replacement: "{name}",
      complaint: "no rows here have a column `name`"),
    Wrong(
      file: document, found: "needs: begun_on", replacement: "needs: began_on",
      complaint: "no rows here have a column `began_on`"),
    Wrong(
      file: document, found: "document: ", replacement: "document: iati/",
      complaint: "`document` is a file name, without folders"),
    Wrong(
      file: document, found: "element: iati-activities", replacement: "element: iati activities",
      complaint: "“iati activities” is no name of an element"),
    Wrong(
      file: document, found: "attributes: { version: \"2.03\" }\n",
      replacement: "for: iati_activity\n",
      complaint: "the first element stands once and `contains` the others: no `for`, no `text`"),
    Wrong(
      file: document, found: "      - element: title",
      replacement: "      - element: title\n        text: A",
      complaint: "an element has `text` or `contains`, not both"),
    Wrong(
      file: "hashtags.yml", found: "  lead: ", replacement: "  leed: ",
      complaint: "no published table has a column `leed`"),
    Wrong(
      file: "hashtags.yml", found: "#org+lead+code", replacement: "org+lead+code",
      complaint: "“org+lead+code” is no hashtag such as #org+name"),
    Wrong(
      file: "hashtags.yml", found: "hashtag_rows: none", replacement: "hashtag_rows: some",
      complaint: "`hashtag_rows` is “some”; expected one of none, public, all"),
    Wrong(
      file: "analyst-workbook.yml", found: "show_codes_of: [currencies",
      replacement: "show_codes_of: [monies", complaint: "there is no code list `monies`"),
    Wrong(
      file: "analyst-workbook.yml", found: "indicator: GO-10", replacement: "indicator: GO-99",
      complaint: "there is no indicator `GO-99`"),
    Wrong(
      file: "analyst-workbook.yml", found: "indicator: GO-10, by: stakeholder_type × body_function",
      replacement: "indicator: GO-10, by: stakeholder_type × form",
      complaint: "GO-10 has no breakdown `stakeholder_type × form`"),
    Wrong(
      file: "analyst-workbook.yml", found: "indicator: GO-10, by: stakeholder_type × body_function",
      replacement: "indicator: GO-02, by: body_kind",
      complaint: "a cross table needs several dimensions, and a figure that is no percentage"),
    Wrong(
      file: "analyst-workbook.yml", found: "cross: Cross Seats,",
      replacement: "cross: Cross Seats by type and function of the body,",
      complaint: "the sheet name “Cross Seats by type and function of the body” has more than 31 "
        + "characters"),
  ])
  func `a wrong publication is named with its file`(wrong: Wrong) throws {
    let fund = try TinyFund()
    try fund.copyPipeline()
    try fund.edit("5-publications/" + wrong.file, wrong.found, wrong.replacement)
    let validated = try Program(
      "validate", "--pipeline", fund.pipelineFolder, "--data", fund.folder)
    #expect(validated.code == 2)
    #expect(validated.complaint.contains(wrong.complaint), "\(validated.complaint)")
  }
}
