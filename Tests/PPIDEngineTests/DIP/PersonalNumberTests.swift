import Testing

@testable import PPIDEngine

@Suite struct PersonalNumberTests {
  @Test(arguments: [
    "198001012005011001", "19800101 200501 1 001", "NIP 19800101 200501 1 001", "NIP. 19800101.200501.1.001", "NIP: 198001012005011001",
    "19800101 200501 1001", "199203172024212033", "19800101\u{A0}200501\u{A0}1\u{A0}001", "nip.131234567", "NRP 76050432",
    "3273014107850001", "NIK 3273 0141 0785 0001", "081234567890", "0812-3456-7890", "0812 3456 789", "0812.3456.7890", "+62 812-3456-7890",
    "+62 (22) 4204483", "+6281234567890", "6281234567890", "(022) 4204483", "(022)4204483", "022-4204483", "022 4204483", "0274-512345",
    "(0274) 512 345", "Telp. 4204483", "Telepon: 420-4483", "Fax 4204483", "HP 081234567", "WA: 0812 3456 7890", "No. HP. 0857 1234 5678",
    "telp no. 4204483", "Telp/Fax: 4204483",
  ])
  func `a person's number is hidden`(_ text: String) {
    for framed in [text, "Kepala Dinas, \(text).", "(\(text))", "Tahun 2023 \(text) 2024", "a\n\(text)\nb"] {
      let masked = PersonalNumbers.masked(framed)
      #expect(masked.contains(PersonalNumbers.mask), "\(framed)")
      #expect(!masked.replacing("2023", with: "").replacing("2024", with: "").contains { $0.isNumber }, "\(framed): \(masked)")
    }
  }

  @Test(arguments: [
    "Tahun 2023", "2019-2024", "2019 - 2024", "1 Januari 2025", "08-12-2023", "08.12.2023", "2023-08-12", "Perda Nomor 12 Tahun 2023",
    "480/1234/Diskominfo", "027/123456/2023", "KEP-188.4/0812345678/2023", "900.1.15.4", "PR.01.02", "5.02.02.2.01.0006",
    "Rp 1.081.234.567",
    "Rp 10.000.000.000", "A-123456789", "SK081234567890", "UU 14/2008", "ISO 27001:2022", "12345678", "1234567890", "Rak 12 Boks 34",
    "0821.06.001", "10 Hari Kerja", "2 Tahun setelah tidak berlaku", "Kontak tahun 2023", "Jalan Diponegoro Nomor 22 Bandung 40115",
    "19 Dokumen 2023 2024 2025", "2020 2021 2022 2023 2024",
  ])
  func `years, document numbers, codes and amounts stay`(_ text: String) {
    #expect(PersonalNumbers.masked(text) == text)
  }

  @Test func `what stands around a number stays`() {
    #expect(
      PersonalNumbers.masked("Budi, NIP 19800101 200501 1 001 (HP 0812-3456-7890) sejak 2023")
        == "Budi, NIP [disamarkan] (HP [disamarkan]) sejak 2023")
    #expect(PersonalNumbers.masked("081234567890/081298765432") == "[disamarkan]/[disamarkan]")
  }

  @Test func `a long text of digits is looked through in time`() {
    let digits = String(repeating: "0812 ", count: 100_000)
    #expect(!PersonalNumbers.masked(digits).isEmpty)
    let packed = String(repeating: "7", count: 1_000_000)
    #expect(PersonalNumbers.masked(packed) == packed)
  }
}
