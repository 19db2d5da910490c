import OrderedCollections
import PPIDValues

/// What people write of a record: everything but its number, its unit and what the program keeps of it.
package struct RecordContent: Sendable, Hashable {
  /// `judul`
  package var title: String
  /// `ringkasan`
  package var summary: String?
  /// `jenis`
  package var kind: String?
  /// `penguasa`: the officer or unit that holds it.
  package var holder: String?
  /// `penanggung_jawab`: who made or issued it.
  package var producer: String?
  /// `waktu`: the time of making, as given.
  package var when: String?
  /// `tanggal`: the exact day, when `waktu` tells one.
  package var date: CalendarDate?
  /// `tahun`
  package var year: Int?
  /// `tempat`
  package var place: String?
  /// `bentuk`: the forms in which it is available, joined by "; ".
  package var form: String?
  /// `kategori`
  package var category: Category?
  /// `kode`: its code in the classification scheme.
  package var code: String?
  /// `retensi_aktif`, as given.
  package var activeRetention: String?
  /// `retensi_inaktif`, as given.
  package var inactiveRetention: String?
  /// `nasib_akhir`, as given.
  package var fate: String?
  /// `keamanan`
  package var security: SecurityClass?
  /// `lokasi`
  package var location: String?
  /// `lainnya`: columns of a list that have no place of their own, by their heads.
  package var extra: OrderedDictionary<String, String> = [:]

  package init(title: String) {
    self.title = title
  }
}

extension RecordContent {
  /// The exact day and the year that a time of making tells, as far as it does: `Tahun 2023` tells only a year.
  package static func dateAndYear(of when: String) -> (date: CalendarDate?, year: Int?) {
    let date = IndonesianDate.exact(when)
    return (date, date?.year ?? IndonesianDate.year(when))
  }
}
