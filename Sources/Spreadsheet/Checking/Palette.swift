/// The colours that the looks of a workbook refer to by number.
struct Palette: Sendable {
  /// As the theme lists them: dark 1, light 1, dark 2, light 2, six accents, two of links.
  private var theme: [Colour] = []

  /// - Parameter theme: The part with the theme; without one, Excel's own black and white.
  init(theme: XMLElement?) {
    let listed = theme?.all("clrScheme").first?.children ?? []
    self.theme = listed.map { entry in
      let colour = entry.children.first
      return Colour(hexadecimal: colour?["lastClr"] ?? colour?["val"] ?? "") ?? .black
    }
  }

  /// The colour an element such as `<color theme="1" tint="-0.5"/>` means; nothing for automatic.
  func colour(_ element: XMLElement?) -> Colour? {
    guard let element else { return nil }
    let tint = element["tint"].flatMap { Double($0) } ?? 0
    return plain(element)?.tinted(tint)
  }

  private func plain(_ element: XMLElement) -> Colour? {
    if let text = element["rgb"] { return Colour(hexadecimal: text) }
    if let number = element["theme"].flatMap({ Int($0) }) {
      // Cells count light before dark, the theme lists dark before light.
      let index = number < 4 ? number ^ 1 : number
      if theme.indices.contains(index) { return theme[index] }
      return number == 0 ? .white : .black
    }
    guard let number = element["indexed"].flatMap({ Int($0) }) else { return nil }
    if (0..<64).contains(number) {
      return Colour(rgb: Self.indexed[number < 8 ? number : number - 8])
    }
    return number == 65 ? .white : number == 64 ? .black : nil
  }

  /// The colours of older files (ECMA-376 part 1, 18.8.27), from 8 on; 0 to 7 repeat the first.
  private static let indexed: [UInt32] = [
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
    0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
    0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
    0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
    0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
  ]
}
