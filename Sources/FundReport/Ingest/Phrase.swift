/// What reading says of cells and files, with the names of values in braces.
///
/// The definitions of a fund that sends its findings back translate each.
enum Phrase: String, CaseIterable, Sendable {
  // what is expected
  case value = "a value"
  case aText = "a text"
  case shortText = "at most {limit} characters"
  case oneOf = "one of {codes}"
  case codeOfList = "a code of the list {list}"
  case codeInUse = "a code in use, such as {code}"
  case yesNoOrUnknown = "yes, no or unknown"
  case wholeNumber = "a whole number"
  case number = "a number such as 1200.50"
  case smallerNumber = "a number up to 1,000,000,000,000"
  case smallerCount =
    "a whole number up to 1,000,000,000"
  case smallerTotal =
    "a column that adds up to at most 10,000,000,000,000"
  case decimals = "at most {places} decimals"
  case atLeast = "{minimum} or more"
  case date = "a date such as 2025-03-31"
  case partialDate = "a date such as 2025-03-31, a month such as 2025-03, or a year"
  case dateAlone = "a date without a time"
  case answer = "an answer"
  case eachQuestionOnce = "each question once"
  case eachColumnOnce = "each column once"
  case header = "a header row with {columns}"
  case columnOfForm = "a column of the form"
  case sheetNamed = "a sheet “{sheet}”"
  case oneSheetNamed = "one sheet “{sheet}”"
  case reportingForm = "a reporting form"
  case openingForm = "a reporting form that opens"
  case values =
    "values"
  case knownLayout = "one of {versions}, or nothing for the form of today"
  case layoutOfToday = "a form of version {version}"
  case labels = "{labels}"
  case sheetAsHeaded = "a sheet filled in as its headings say"

  // of cells
  case formulaWithoutResult =
    "the formula has no usable result ({error}); mend it or type the value"
  case errorValue = "the cell holds {error}, which is no value here; type the value"
  case textIsDate =
    "“{label}” is the date {day}; if a code or reference was meant, format the cell as text and type it again"
  case nulCharacter =
    "the text holds the character NUL, which no text has; type it again"
  case tooLong =
    "the text has {count} characters, more than a cell of a workbook holds; shorten it to at most {limit}"
  case nearCode = "“{text}” is not in the list {list}; did you mean {code} ({label})?"
  case noCode = "“{text}” is not in the list {list}; choose a code from the list {list}"
  case retiredCode =
    "“{text}” is no longer used in reports from {year} on; choose {successor} ({label}) instead"
  case retiredWithoutSuccessor =
    "“{text}” is no longer used in reports from {year} on; choose another code from the list {list}"
  case notYesNo =
    "“{text}” is neither yes, no nor unknown; choose one of them or leave the cell empty for unknown"
  case notANumber =
    "“{text}” is not a plain number; type digits with a decimal point, without thousands separators or currency"
  case tooLarge = "{number} is larger than any amount; correct the number"
  case tooMany =
    "{number} is larger than any count; correct the number"
  case tooLargeTotal =
    "with {number} the column adds up to more than any programme passes on; correct the number"
  case rounded =
    "the amount has more than {places} decimals and was rounded half-even to {places}; type the amount that was paid or agreed"
  case notWhole = "“{text}” is not a whole number; type digits only"
  case tooSmall = "{number} is below {minimum}; correct the number"
  case bareNumber =
    "{number} is a bare number where a date belongs; format the cell as a date and check the day it shows"
  case notADate = "“{text}” is not a date; type the day as a date, or as year-month-day"
  case notAPartialDate =
    "“{text}” is neither a day nor a month nor a year; type it as 2025-03-31, 2025-03 or 2025"
  case impossibleYear = "the year {year} cannot be meant; correct the date"
  case droppedTime =
    "the date has a time of day, which was dropped: it counts as {day}; nothing needs mending if that is the day"
  case emptyCell = "the required cell “{label}” is empty; fill it in"

  case tooManyWrongCells =
    "{count} cells cannot be used, so rows below row {row} were not read; check whether columns have moved or something else was pasted, mend the sheet and send the file again"

  // of answers
  case missingAnswer =
    "the required answer “{label}” is missing; fill it in and send the file again"
  case wrongAnswer = "“{label}”: {problem}"
  case ignoredAnswer = "“{label}”: {problem}; the answer is treated as empty"
  case unknownLayout =
    "there is no form version “{version}”; the form was read like that of today, correct the version or take a new form"
  case formerLayout =
    "forms of version “{version}” were sent out for the years up to {until}; this one was read as such, enter the report for {year} into the form of version “{today}”"

  // of sheets and files
  case questionTwice =
    "the questions “{first}” in {first_cell} and “{second}” in {cell} both mean “{label}”; remove one of them and send the file again"
  case columnTwice =
    "the headings “{first}” in {first_cell} and “{second}” in {cell} both mean the column “{label}”; remove or rename one of them and send the file again"
  case missingColumn =
    "the required column “{label}” is missing from the header row; add it and send the file again"
  case unknownColumns =
    "not read, because the form has no such column: {labels}; rename what is meant for the form, columns of your own may stay"
  case noHeader =
    "no header row was found in the first {rows} rows; put the column headings of the form above the data and send the file again"
  case missingSheet =
    "the sheet “{sheet}” is missing; add it from the form, empty if there is nothing to report, and send the file again"
  case severalSheets =
    "several sheets could be “{sheet}”: {present}; keep one of them and send the file again"
  case noSheet = "none of the sheets is one of the form: {present}"
  case document = "a document, not a reporting form: it was not read and may stay"
  case externalLinks =
    "formulas may take values from other files; those were not opened, and what was saved with the formulas counts; type the values"
  case otherFile =
    "no reporting form: neither a workbook (.xlsx) nor a folder of CSV files; move it out of the reports or send it as a form"
  case inFile = "{file}: {problem}"
  case notOpened = "{file} cannot be opened; check that it is there"
  case notReadable =
    "{file} cannot be opened; check that it may be read"
  case noDescriptor = "datapackage.json is no Data Package descriptor; mend or remove it"
  case unknownEncoding =
    "datapackage.json declares the encoding “{encoding}” for {file}; known are utf-8, utf-16, utf-16le, utf-16be and windows-1252"

  // of files about people
  case withheldValue = "the value is not what belongs here; expected {expected}"
  case withheldColumns =
    "from column {column} on there are columns this file does not have; they are not read, remove them"
}
