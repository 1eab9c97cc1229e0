import Glibc

/// A colour of the screen, its three parts from 0 to 1.
struct Colour: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double

  static let black = Colour(rgb: 0)
  static let white = Colour(rgb: 0xFFFFFF)

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(rgb: UInt32) {
    self.init(
      red: Double(rgb >> 16 & 0xFF) / 255, green: Double(rgb >> 8 & 0xFF) / 255,
      blue: Double(rgb & 0xFF) / 255)
  }

  /// Reads `FF0563C1` or `0563C1`; the first pair of eight digits is how opaque it is.
  init?(hexadecimal text: String) {
    guard [6, 8].contains(text.utf8.count), let number = UInt32(text.suffix(6), radix: 16) else {
      return nil
    }
    self.init(rgb: number)
  }

  /// Relative luminance after WCAG 2.2.
  var luminance: Double {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast after WCAG 2.2: from 1 for equal colours to 21 for black on white.
  func contrast(with other: Colour) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// Lighter for a tint above zero, darker below (ECMA-376 part 1, 18.3.1.15).
  func tinted(_ tint: Double) -> Colour {
    guard tint != 0 else { return self }
    var (hue, saturation, lightness) = hueSaturationLightness
    lightness = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint
    hue = hue - hue.rounded(.down)
    return Colour(hue: hue, saturation: saturation, lightness: min(1, max(0, lightness)))
  }

  private var hueSaturationLightness: (Double, Double, Double) {
    let most = max(red, green, blue)
    let least = min(red, green, blue)
    let lightness = (most + least) / 2
    let range = most - least
    guard range > 0 else { return (0, 0, lightness) }
    let saturation = range / (1 - abs(2 * lightness - 1))
    let hue =
      switch most {
      case red: (green - blue) / range
      case green: (blue - red) / range + 2
      default: (red - green) / range + 4
      }
    return (hue / 6, saturation, lightness)
  }

  private init(hue: Double, saturation: Double, lightness: Double) {
    let range = (1 - abs(2 * lightness - 1)) * saturation
    let least = lightness - range / 2
    func part(_ shift: Double) -> Double {
      let place = (hue * 6 + shift).truncatingRemainder(dividingBy: 6)
      return least + range * min(1, max(0, abs(place - 3) - 1))
    }
    self.init(red: part(0), green: part(4), blue: part(2))
  }
}
