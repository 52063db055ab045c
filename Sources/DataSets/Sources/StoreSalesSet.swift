import Frames

/// Daily sales of stores; made up, in every location.
public struct StoreSalesSet: Sendable {
    /// One row a store and day; see `StoreSalesSample` for the columns. Throws `DataSetError.notAllowed`.
    public func sales() throws -> DataFrame {
        _ = try DataSetName.storeSales.use()
        return StoreSalesSample.shared.sales
    }

    /// The planted map: `state`, `east` and `north`.
    public func plantedStates() -> DataFrame { StoreSalesSample.shared.plantedStates }

    /// The planted stores: `store`, `state`, `size` and `eagerness` for promotions.
    public func plantedStores() -> DataFrame { StoreSalesSample.shared.plantedStores }

    /// The planted week: `weekday` and `effect`.
    public func plantedWeekdays() -> DataFrame { StoreSalesSample.shared.plantedWeekdays }

    /// The planted year: `month` and `effect`.
    public func plantedMonths() -> DataFrame { StoreSalesSample.shared.plantedMonths }
}
